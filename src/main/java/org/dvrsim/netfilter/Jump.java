package org.dvrsim.netfilter;

/**
 * Goes on in a user chain.
 *
 * @param chain the name of the chain
 * @param isGoto {@code -g}: the end of that chain returns to where this chain was called from
 */
public record Jump(String chain, boolean isGoto) implements Target {
  @Override
  public String name() {
    return chain;
  }

  @Override
  public void save(StringBuilder out) {}

  @Override
  public void list(StringBuilder out, boolean numeric) {}
}
