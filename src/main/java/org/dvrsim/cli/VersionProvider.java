package org.dvrsim.cli;

import picocli.CommandLine.IVersionProvider;

/** Tells which dvrsim this is, from the jar's manifest. */
final class VersionProvider implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = VersionProvider.class.getPackage().getImplementationVersion();
    return new String[] {"dvrsim " + (version == null ? "(not from a jar)" : version)};
  }
}
