package org.dvrsim.cluster;

/** The kinds of things that have a name and an id of their own. */
enum ResourceKind {
  AGENT("agent"),
  NETWORK("network"),
  SUBNET("subnet"),
  ADDRESS_SCOPE("address scope"),
  ROUTER("router"),
  INSTANCE("instance"),
  FLOATING_IP("floating IP");

  private final String words;

  ResourceKind(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
