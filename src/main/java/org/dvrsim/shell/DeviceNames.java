package org.dvrsim.shell;

import java.util.Optional;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Netns;

/**
 * What iproute2 knows of the devices and namespaces for which the kernel's messages hold numbers.
 *
 * <p>Models: iproute2 lib/ll_map.c, ip/ipnetns.c:get_name_from_nsid()
 */
interface DeviceNames {
  /** What a command that asks once knows: everything as it is. */
  DeviceNames CURRENT =
      new DeviceNames() {
        @Override
        public String name(Link device) {
          return device.name().text();
        }

        @Override
        public boolean isUp(Link device) {
          return device.isUp();
        }

        @Override
        public Optional<String> netns(int id, Netns there) {
          return there.name().isRoot() ? Optional.empty() : Optional.of(there.name().text());
        }
      };

  /** Returns the name of the device with that one's number. */
  String name(Link device);

  /** Tells whether the device with that one's number is up. */
  boolean isUp(Link device);

  /** Returns the name of a namespace, which the kernel gave a number; empty if it has none. */
  Optional<String> netns(int id, Netns there);
}
