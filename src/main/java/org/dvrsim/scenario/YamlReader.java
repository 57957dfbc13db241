package org.dvrsim.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.dvrsim.base.InputException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads YAML 1.2 into {@link YamlNode}s. JSON is YAML, so it reads that too.
 *
 * <p>Scenario files are trees: an alias of a mapping or list inside itself, and more than a fixed
 * number of pieces, are refused.
 */
final class YamlReader {
  private static final int MOST_PIECES = 200_000;

  private final String file;
  private int pieces;

  private YamlReader(String file) {
    this.file = file;
  }

  /**
   * Reads the only document in {@code text}.
   *
   * @param file the name to give in messages
   * @throws InputException with line and column, if it is not YAML
   */
  static YamlNode read(String file, String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setUseMarks(true)
            .setMaxAliasesForCollections(100)
            .setAllowRecursiveKeys(false)
            .build();
    Optional<Node> root;
    try {
      root = new Compose(settings).composeString(text);
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
      throw InputException.at(
          file,
          mark.map(m -> m.getLine() + 1).orElse(1),
          mark.map(m -> m.getColumn() + 1).orElse(1),
          problem(e));
    } catch (YamlEngineException e) {
      throw InputException.in(file, String.valueOf(e.getMessage()));
    }
    YamlReader reader = new YamlReader(file);
    return root.map(node -> reader.convert(node, 0))
        .orElseThrow(() -> InputException.at(file, 1, 1, "the file is empty"));
  }

  /** Returns what is wrong, and within what, where that began on an earlier line. */
  private static String problem(MarkedYamlEngineException e) {
    Optional<Mark> begin = e.getContextMark();
    if (e.getContext() == null || begin.isEmpty()) {
      return e.getProblem();
    }
    return e.getContext() + " (line " + (begin.get().getLine() + 1) + "): " + e.getProblem();
  }

  private YamlNode convert(Node node, int depth) {
    Place place = place(node);
    if (depth > 50 || ++pieces > MOST_PIECES) {
      throw place.refuse("nested too deeply, or too much of it");
    }
    if (node instanceof ScalarNode scalar) {
      return new YamlNode.Scalar(place, scalar.getValue(), type(scalar));
    }
    if (node instanceof SequenceNode sequence) {
      List<YamlNode> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        items.add(convert(item, depth + 1));
      }
      return new YamlNode.Sequence(place, List.copyOf(items));
    }
    if (node instanceof MappingNode mapping) {
      return convertMapping(mapping, place, depth);
    }
    throw place.refuse("cannot be read");
  }

  private YamlNode convertMapping(MappingNode mapping, Place place, int depth) {
    LinkedHashMap<String, YamlNode.Mapping.Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Place keyPlace = place(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw keyPlace.refuse("a key must be a text");
      }
      YamlNode value = convert(tuple.getValueNode(), depth + 1);
      if (entries.put(key.getValue(), new YamlNode.Mapping.Entry(keyPlace, value)) != null) {
        throw keyPlace.refuse("the key '" + key.getValue() + "' is there twice");
      }
    }
    return new YamlNode.Mapping(place, entries);
  }

  private static YamlNode.Scalar.Type type(ScalarNode scalar) {
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.NULL)) {
      return YamlNode.Scalar.Type.NULL;
    }
    if (tag.equals(Tag.BOOL)) {
      return YamlNode.Scalar.Type.BOOLEAN;
    }
    if (tag.equals(Tag.INT)) {
      return YamlNode.Scalar.Type.INTEGER;
    }
    return tag.equals(Tag.FLOAT) ? YamlNode.Scalar.Type.FLOAT : YamlNode.Scalar.Type.STRING;
  }

  private Place place(Node node) {
    return node.getStartMark()
        .map(mark -> new Place(file, mark.getLine() + 1, mark.getColumn() + 1))
        .orElse(new Place(file, 1, 1));
  }
}
