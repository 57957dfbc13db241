package org.dvrsim.invariant;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.NetnsName;
import org.dvrsim.net.TableId;

/** How namespaces, devices and tables of DVR are called. */
final class Names {
  /** Models: neutron/agent/l3/dvr_fip_ns.py:FIP_RT_TBL */
  static final TableId FIP_TABLE = TableId.of(16);

  /** Models: neutron/agent/l3/dvr_fip_ns.py:FAST_PATH_EXIT_PR */
  static final long FAST_PATH_EXIT_PRIORITY = 80000;

  /** Models: neutron/agent/linux/interface.py:LinuxInterfaceDriver.DEV_NAME_LEN */
  private static final int DEVICE_NAME_LENGTH = 14;

  /** Models: neutron/agent/l3/dvr_local_router.py:MASK_30 */
  private static final long MASK_30 = 0x3fffffff;

  private Names() {}

  static NetnsName router(String routerId) {
    return new NetnsName("qrouter-" + routerId);
  }

  static NetnsName snat(String routerId) {
    return new NetnsName("snat-" + routerId);
  }

  static NetnsName fip(String networkId) {
    return new NetnsName("fip-" + networkId);
  }

  /** Returns the name of the device with {@code prefix} that belongs to {@code id}. */
  static IfName device(String prefix, String id) {
    int taken = Math.min(id.length(), DEVICE_NAME_LENGTH - prefix.length());
    return new IfName(prefix + id.substring(0, taken));
  }

  /** Models: neutron/agent/l3/dvr_local_router.py:DvrLocalRouter._get_snat_idx */
  static TableId redirectTable(IpInterface cidr) {
    if (cidr.family() == IpFamily.V4) {
      return TableId.of(cidr.address().toV4Bits() & 0xffffffffL);
    }
    long hash =
        Hashing.crc32().hashString(cidr.toString(), StandardCharsets.US_ASCII).asInt()
            & 0xffffffffL;
    long index = (hash >> 30) ^ (hash & MASK_30);
    return TableId.of(index < 32768 ? index + MASK_30 : index);
  }
}
