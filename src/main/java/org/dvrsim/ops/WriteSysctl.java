package org.dvrsim.ops;

import java.util.List;
import java.util.Objects;
import org.dvrsim.net.NetnsName;

/**
 * Writes kernel settings in order, as one {@code sysctl -w} with several arguments does: a refused
 * one does not stop those after it.
 */
public record WriteSysctl(NetnsName netns, List<Setting> settings) implements Op {
  /** Checks that all is given and copies the list. */
  public WriteSysctl {
    Objects.requireNonNull(netns);
    settings = List.copyOf(settings);
  }

  /** Returns the write of one setting. */
  public static WriteSysctl of(NetnsName netns, String key, String value) {
    return new WriteSysctl(netns, List.of(new Setting(key, value)));
  }

  /**
   * One setting.
   *
   * @param key in sysctl(8)'s dotted spelling, such as {@code net.ipv4.ip_forward}
   */
  public record Setting(String key, String value) {
    /** Checks that both are given. */
    public Setting {
      Objects.requireNonNull(key);
      Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
      return key + "=" + value;
    }
  }

  @Override
  public String recordedName() {
    return "sysctl";
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
