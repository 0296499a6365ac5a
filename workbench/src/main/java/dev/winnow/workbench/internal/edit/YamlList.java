package dev.winnow.workbench.internal.edit;

import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A list under a top-level key of a YAML file, to which an item is added in the list's own style. The rest of the file
 * stays the same, byte for byte.
 */
public final class YamlList {

    /**
     * An item in both styles.
     *
     * @param block its lines without indentation, the first beginning with {@code - }
     * @param flow its text on one line
     * @param first whether it begins a new group in the list rather than continuing the previous one
     */
    public record Item(List<String> block, String flow, boolean first) {}

    private final String text;
    private final MappingNode top;
    private final String key;
    private final @Nullable NodeTuple entry;

    private YamlList(String text, MappingNode top, String key, @Nullable NodeTuple entry) {
        this.text = text;
        this.top = top;
        this.key = key;
        this.entry = entry;
    }

    /**
     * Adds an item to a text.
     *
     * @param text the text, with plain line feeds
     * @return the new text; null if the text cannot be parsed, or the key has a value other than a list
     */
    static @Nullable String with(String text, String key, Item item) {
        try {
            if (new Yaml(new LoaderOptions()).compose(new StringReader(text)) instanceof MappingNode top) {
                NodeTuple entry = top.getValue().stream()
                        .filter(one -> one.getKeyNode() instanceof ScalarNode name
                                && name.getValue().equals(key))
                        .findFirst()
                        .orElse(null);
                return new YamlList(text, top, key, entry).with(item);
            }
        } catch (YAMLException e) {
            // the caller reports it
        }
        return null;
    }

    private @Nullable String with(Item item) {
        boolean flowing = top.getFlowStyle() == FlowStyle.FLOW;
        if (entry == null) {
            return flowing ? null : below(text.length(), key + ":\n" + block(2, item.block()), false);
        }
        Node value = entry.getValueNode();
        if (value instanceof ScalarNode scalar
                && scalar.isPlain()
                && scalar.getValue().isEmpty()
                && !flowing) {
            return below(index(entry.getKeyNode().getEndMark()), block(2, item.block()), false);
        }
        if (!(value instanceof SequenceNode list)) {
            return null;
        }
        if (list.getFlowStyle() != FlowStyle.FLOW) {
            return blockList(list, item);
        }
        return list.getValue().isEmpty() ? emptyList(list, item, flowing) : flowList(list, item);
    }

    private String blockList(SequenceNode list, Item item) {
        List<Node> items = list.getValue();
        Node last = items.get(items.size() - 1);
        int indent = list.getStartMark().getColumn();
        boolean braces = last instanceof MappingNode map && map.getFlowStyle() == FlowStyle.FLOW;
        List<String> lines = braces ? List.of("- " + item.flow()) : item.block();
        return below(ownComments(end(last), indent), block(indent, lines), isApart(items, item.first()));
    }

    /**
     * Whether to put an empty line before the new item: for the first of a group if the list has any empty line,
     * otherwise if all items have one.
     */
    private boolean isApart(List<Node> items, boolean first) {
        int apart = 0;
        for (int i = 1; i < items.size(); i++) {
            apart += isApart(items.get(i - 1), items.get(i)) ? 1 : 0;
        }
        return apart > 0 && (first || apart == items.size() - 1);
    }

    /** Whether there is an empty line between two items. */
    private boolean isApart(Node one, Node next) {
        return text.substring(end(one), index(next.getStartMark())).matches("(?s).*\\n[ \\t]*\\n.*");
    }

    private @Nullable String emptyList(SequenceNode list, Item item, boolean flowing) {
        int start = index(list.getStartMark());
        int end = index(list.getEndMark());
        if (flowing || text.substring(start, end).indexOf('\n') >= 0) {
            return text.substring(0, end - 1) + item.flow() + text.substring(end - 1);
        }
        String rest = text.substring(0, start).stripTrailing() + text.substring(end);
        return new YamlList(rest, top, key, entry)
                .below(text.substring(0, start).stripTrailing().length(), block(2, item.block()), false);
    }

    private String flowList(SequenceNode list, Item item) {
        List<Node> items = list.getValue();
        Node last = items.get(items.size() - 1);
        int end = index(last.getEndMark());
        int comma = commaBehind(end);
        String before = text.substring(0, comma < 0 ? end : comma + 1) + (comma < 0 ? "," : "");
        String behind = text.substring(comma < 0 ? end : comma + 1);
        if (last.getStartMark().getLine() == list.getStartMark().getLine()) {
            return before + " " + item.flow() + behind;
        }
        int lineEnd = behind.indexOf('\n');
        String sameLine = lineEnd < 0 ? behind : behind.substring(0, lineEnd);
        String indent = "\n" + " ".repeat(last.getStartMark().getColumn());
        return sameLine.strip().startsWith("#")
                ? before + sameLine + indent + item.flow() + behind.substring(sameLine.length())
                : before + indent + item.flow() + behind;
    }

    /** Returns the index of the next comma in a flow list, after spaces and comments; -1 if there is none. */
    private int commaBehind(int from) {
        boolean comment = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            comment = c == '#' || (comment && c != '\n');
            if (!comment && !Character.isWhitespace(c)) {
                return c == ',' ? i : -1;
            }
        }
        return -1;
    }

    /** Inserts lines after the line of a position. */
    private String below(int place, String lines, boolean apart) {
        int end = text.indexOf('\n', place);
        String before = end < 0 ? text : text.substring(0, end + 1);
        String feed = before.endsWith("\n") ? "" : "\n";
        return before + feed + (apart ? "\n" : "") + lines + text.substring(before.length());
    }

    private static String block(int indent, List<String> lines) {
        StringBuilder block = new StringBuilder();
        lines.forEach(line -> block.append(" ".repeat(indent)).append(line).append('\n'));
        return block.toString();
    }

    /**
     * Returns the position after comments that are indented deeper than the list, since they belong to its last item.
     */
    private int ownComments(int from, int indent) {
        int place = from;
        int feed = text.indexOf('\n', from);
        while (feed >= 0) {
            int end = text.indexOf('\n', feed + 1);
            String line = text.substring(feed + 1, end < 0 ? text.length() : end);
            boolean own = line.strip().startsWith("#")
                    && line.length() - line.stripLeading().length() > indent;
            if (!own && !line.isBlank()) {
                break;
            }
            place = own ? feed + 1 : place;
            feed = end;
        }
        return place;
    }

    /** Returns the position of the last character of a node, without comments. */
    private int end(Node node) {
        int end = index(node.getEndMark());
        if (node instanceof CollectionNode<?> collection && collection.getFlowStyle() != FlowStyle.FLOW) {
            List<?> parts = collection.getValue();
            Object last = parts.get(parts.size() - 1);
            if (last instanceof NodeTuple tuple) {
                boolean empty = tuple.getValueNode() instanceof ScalarNode scalar
                        && scalar.isPlain()
                        && scalar.getValue().isEmpty();
                return end(empty ? tuple.getKeyNode() : tuple.getValueNode());
            }
            return end((Node) last);
        }
        return text.substring(0, end).stripTrailing().length();
    }

    /** Converts a mark, which counts code points, to an index. */
    private int index(Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }
}
