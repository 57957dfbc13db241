package org.dvrsim.cluster;

/** Networks between which a router need not translate addresses share an address scope. */
public record AddressScope(String name, String id) {
  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
