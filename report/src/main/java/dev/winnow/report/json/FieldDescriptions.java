package dev.winnow.report.json;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The descriptions of keys in {@code docs/json.md}, which the build copies into this package. Each section, one per
 * command, contains tables with the columns key, type and meaning. A heading such as {@code ### `links[]`} names the
 * value whose keys follow.
 */
final class FieldDescriptions {

    /** The section whose keys other documents share, such as {@code pack.name}. */
    private static final String SHARED = "screen";

    private static final Pattern COMMAND = Pattern.compile("`([a-z ]+) -f json`");
    private static final Pattern CODE = Pattern.compile("`([^` ]+)`");
    private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");

    /** Descriptions by command and path. */
    private final Map<String, Map<String, String>> commands = new HashMap<>();

    private FieldDescriptions() {}

    static FieldDescriptions read() {
        FieldDescriptions all = new FieldDescriptions();
        try (BufferedReader page = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(FieldDescriptions.class.getResourceAsStream("json.md"), "json.md"),
                StandardCharsets.UTF_8))) {
            all.read(page.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private void read(List<String> lines) {
        Map<String, String> section = new HashMap<>();
        String owner = "";
        boolean keys = false;
        for (String line : lines) {
            if (line.startsWith("#")) {
                List<String> named = codes(COMMAND, line);
                if (!named.isEmpty()) {
                    section = new HashMap<>();
                    for (String command : named) {
                        commands.put(command, section);
                    }
                }
                List<String> owners = codes(CODE, line);
                owner = owners.isEmpty() ? "" : owners.get(0) + ".";
            } else if (!line.startsWith("|")) {
                keys = false;
            } else if (line.startsWith("| key ")) {
                keys = true;
            } else if (keys) {
                String[] cells = line.split("\\|", 4);
                String meaning = LINK.matcher(cells[3])
                        .replaceAll("$1")
                        .replaceAll("\\s*\\|\\s*$", "")
                        .strip();
                for (String key : codes(CODE, cells[1])) {
                    section.put(owner + key, meaning);
                }
            }
        }
    }

    private static List<String> codes(Pattern pattern, String line) {
        return pattern.matcher(line)
                .results()
                .map(MatchResult::group)
                .map(FieldDescriptions::bare)
                .toList();
    }

    private static String bare(String code) {
        return code.replace("`", "").replace(" -f json", "");
    }

    /** Returns the descriptions in a section, by the paths of their keys. */
    Map<String, String> of(String command) {
        return commands.getOrDefault(command, Map.of());
    }

    /**
     * Returns the description of a key.
     *
     * @param start the path of a line in the document of its command; empty for a document
     * @param path the path of the key in that document, such as {@code tests[].then.matrix}; its last part suffices
     */
    @Nullable
    String of(String command, String start, String path) {
        for (Map<String, String> section : List.of(of(command), of(SHARED))) {
            for (int from = 0; ; from = path.indexOf('.', from) + 1) {
                String rest = path.substring(from);
                boolean tells = from == 0 || rest.contains(".") || path.equals(start + "." + rest);
                if (tells && section.containsKey(rest)) {
                    return section.get(rest);
                }
                if (!rest.contains(".")) {
                    break;
                }
            }
        }
        return null;
    }
}
