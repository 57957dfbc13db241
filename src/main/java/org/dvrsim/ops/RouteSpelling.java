package org.dvrsim.ops;

/**
 * How whoever asked for a route wrote the request, which changes nothing but how the op is
 * recorded.
 *
 * @param otherDestination false for a default route without a prefix and a host with its length,
 *     true for a default route by its prefix ({@code 0.0.0.0/0}) and a host by its address alone
 * @param tableAsText whether the table's number was passed on as the text it was listed as
 */
public record RouteSpelling(boolean otherDestination, boolean tableAsText) {
  /** As most ask. */
  public static final RouteSpelling USUAL = new RouteSpelling(false, false);

  private static final RouteSpelling OTHER_DESTINATION = new RouteSpelling(true, false);

  /** Returns a spelling with a number as table. */
  public static RouteSpelling of(boolean otherDestination) {
    return otherDestination ? OTHER_DESTINATION : USUAL;
  }
}
