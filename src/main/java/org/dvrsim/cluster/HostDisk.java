package org.dvrsim.cluster;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.dvrsim.ops.DiskClock;

/**
 * The small disk of a host: an agent keeps a few short files there.
 *
 * @param clock keeps the time on it
 */
record HostDisk(FileSystem files, DiskClock clock) {
  /**
   * What the names of disks begin with, which nobody reads. They go on as Jimfs has them by itself;
   * but beginning with a digit, half of them would be taken for a host's address and refused first.
   */
  private static final String NAME = "disk-";

  private static final Configuration SMALL =
      Configuration.unix().toBuilder().setBlockSize(1 << 10).setMaxCacheSize(1 << 14).build();

  /**
   * Makes a disk with nothing but an empty folder.
   *
   * @param folder its absolute path
   */
  static HostDisk with(String folder) {
    DiskClock clock = new DiskClock();
    FileSystem files =
        Jimfs.newFileSystem(
            NAME + UUID.randomUUID(), SMALL.toBuilder().setFileTimeSource(clock).build());
    try {
      makeFolder(files.getPath(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new HostDisk(files, clock);
  }

  /** Makes it from the root on: Files.createDirectories would first ask for what is not there. */
  private static void makeFolder(Path folder) throws IOException {
    Path made = folder.getRoot();
    for (Path name : folder) {
      made = Files.createDirectory(made.resolve(name));
    }
  }
}
