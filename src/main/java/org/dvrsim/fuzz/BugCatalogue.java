package org.dvrsim.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The defects of Neutron's DVR code that are known: the resource {@code bugs.yaml}. */
public final class BugCatalogue {
  private static final String RESOURCE = "bugs.yaml";

  private final List<BugEntry> entries;

  private BugCatalogue(List<BugEntry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** Reads the catalogue. */
  public static BugCatalogue read() {
    Load load = new Load(LoadSettings.builder().setLabel(RESOURCE).build());
    try (InputStream in = BugCatalogue.class.getResourceAsStream(RESOURCE)) {
      List<BugEntry> entries = new ArrayList<>();
      for (Object entry : (List<?>) load.loadFromInputStream(in)) {
        entries.add(entry((Map<?, ?>) entry));
      }
      return new BugCatalogue(entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BugEntry entry(Map<?, ?> fields) {
    return new BugEntry(
        text(fields, "id"),
        text(fields, "title"),
        text(fields, "fixed"),
        Optional.ofNullable((String) fields.get("release")),
        text(fields, "where"),
        text(fields, "before"),
        text(fields, "after"),
        text(fields, "symptom"),
        Optional.ofNullable((String) fields.get("not-modelled")),
        Optional.ofNullable((String) fields.get("today")),
        texts(fields, "shown-by"));
  }

  private static List<String> texts(Map<?, ?> fields, String key) {
    List<String> texts = new ArrayList<>();
    if (fields.get(key) instanceof List<?> list) {
      list.forEach(text -> texts.add((String) text));
    }
    return texts;
  }

  private static String text(Map<?, ?> fields, String key) {
    return (String) fields.get(key);
  }

  /** Returns all defects, the oldest first. */
  public List<BugEntry> entries() {
    return entries;
  }

  /** Returns the defect of an id, if it is there. */
  public Optional<BugEntry> find(String id) {
    return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
  }
}
