package org.dvrsim.netfilter;

import java.util.Optional;

/** The files that a tool is told to read or write. */
public interface NamedFiles {
  /** No files at all: none can be read or written. */
  NamedFiles NONE =
      new NamedFiles() {
        @Override
        public Optional<String> read(String name) {
          return Optional.empty();
        }

        @Override
        public boolean write(String name, String text) {
          return false;
        }
      };

  /** Returns what a file holds; empty if there is none. */
  Optional<String> read(String name);

  /** Writes a file anew; tells whether it could be written. */
  boolean write(String name, String text);
}
