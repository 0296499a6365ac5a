package dev.winnow.workbench.internal.assist;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The keys that enclose a position of a YAML file, found by indentation and braces: it needs no valid file, so it works
 * while an entry is being typed. Lists have no part of the path.
 */
final class YamlPath {

    private static final Pattern LINE = Pattern.compile("^( *)((?:- +)*)(?:([\\w-]+|'[^']*'|\"[^\"]*\"):(?: +(.*))?)?");
    private static final Pattern KEY = Pattern.compile("([\\w-]+):\\s*$");

    private YamlPath() {}

    /** Returns the keys around a position, outermost first. */
    static List<String> at(String before) {
        int start = before.lastIndexOf('\n') + 1;
        String line = before.substring(start);
        List<String> path = braces(line);
        Matcher here = LINE.matcher(line);
        int dashes = here.find() ? here.group(2).length() : 0;
        int indent = here.group(1).length();
        // A dash may be as far right as the key of its list.
        int limit = dashes > 0 ? indent + 1 : indent;
        if (!path.isEmpty() && here.group(3) != null && path.get(0).isEmpty()) {
            path.remove(0);
        }
        String[] lines = before.substring(0, start).split("\n", -1);
        for (int i = lines.length - 1; i >= 0 && limit > 0; i--) {
            Matcher above = LINE.matcher(lines[i]);
            if (lines[i].isBlank() || lines[i].strip().startsWith("#") || !above.find()) {
                continue;
            }
            int column = above.group(1).length() + above.group(2).length();
            String key = above.group(3);
            if (key != null && column < limit && opens(above.group(4))) {
                path.add(0, bare(key));
                limit = above.group(2).isEmpty() ? column : above.group(1).length() + 1;
            } else if (column <= limit && !above.group(2).isEmpty()) {
                limit = Math.min(limit, above.group(1).length() + 1);
            }
        }
        path.removeIf(String::isEmpty);
        return path;
    }

    /** Whether a key without more on its line has the lines below as its value. */
    private static boolean opens(@Nullable String rest) {
        return rest == null || rest.isBlank() || rest.startsWith("#") || rest.startsWith("&");
    }

    private static String bare(String key) {
        return key.startsWith("'") || key.startsWith("\"") ? key.substring(1, key.length() - 1) : key;
    }

    /** The keys before the open braces and brackets of a line; empty texts for those without a key. */
    private static List<String> braces(String line) {
        Deque<String> open = new ArrayDeque<>();
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '{' || c == '[') {
                Matcher key = KEY.matcher(line.substring(0, i));
                open.addLast(key.find() ? key.group(1) : "");
            } else if ((c == '}' || c == ']') && !open.isEmpty()) {
                open.removeLast();
            }
        }
        return new ArrayList<>(open);
    }
}
