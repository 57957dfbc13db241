package org.dvrsim.ops;

import com.google.common.jimfs.FileTimeSource;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;

/**
 * Gives the files of a simulated disk their times: a number that grows with every access. So who
 * read files at some time knows that they are still as they were if it is still that time.
 *
 * <p>A file that is opened to be written is emptied without asking for the time, so who does that
 * is to {@link #tick} after.
 */
public final class DiskClock implements FileTimeSource {
  private long ticks;

  /** Returns a number that has grown if a file was made, read, written or deleted. */
  public long ticks() {
    return ticks;
  }

  /** Notes an access. */
  public void tick() {
    ticks++;
  }

  @Override
  public FileTime now() {
    tick();
    return FileTime.from(ticks, TimeUnit.SECONDS);
  }
}
