package dev.winnow.workbench.internal.assist;

import dev.winnow.language.internal.pack.PackFiles;
import dev.winnow.language.internal.syntax.Token;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactType.Property;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.workbench.internal.assist.Occurrence.Kind;
import dev.winnow.workbench.internal.assist.RuleScan.Item;
import dev.winnow.workbench.internal.assist.RuleScan.Section;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the places of a pack that name limits, rules and facts. */
final class Occurrences {

    private static final String LIMIT = "Limit";

    private final PackFiles files;
    private final FactTypes types;
    private final FactKeys facts;
    private final List<Occurrence> found = new ArrayList<>();
    private String file = "";

    private Occurrences(PackFiles files, FactTypes types) {
        this.files = files;
        this.types = types;
        this.facts = new FactKeys(
                types,
                (type, fact, place, before) ->
                        located(Kind.FACT, type.name() + "." + fact, place, before, fact.length(), false));
    }

    private Occurrences(FactTypes types, String file, Node root) {
        this(PackFiles.none(Path.of("")), types);
        this.file = file;
        facts.entries(root);
        facts.named(root, "answers", "fact");
        facts.assumptions(root);
    }

    /** The occurrences of facts in a file of a universe. */
    static List<Occurrence> of(FactTypes types, String file, Node root) {
        return new Occurrences(types, file, root).found;
    }

    /** The occurrences in all files, in the order of the files. */
    static List<Occurrence> of(PackFiles files, FactTypes types) {
        Occurrences occurrences = new Occurrences(files, types);
        for (String name : files.names()) {
            occurrences.file = name;
            if (name.endsWith(".drl")) {
                occurrences.rules(
                        RuleScan.of(String.valueOf(files.raw(name)), types).items());
            } else if (name.endsWith(".yaml")) {
                Node root = files.yaml(name, new ArrayList<>());
                if (root != null && root.isMap()) {
                    occurrences.yaml(root);
                }
            }
        }
        occurrences.declarations();
        return occurrences.found;
    }

    private void rules(List<Item> items) {
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            Token token = item.token();
            Token before = items.get(Math.max(0, i - 1)).token();
            if (token.kind() == Token.Kind.TEXT) {
                if (item.depth() == 0 && before.is("rule")) {
                    add(Kind.RULE, token, true);
                } else if (LIMIT.equals(item.type())
                        && i > 1
                        && before.is("==")
                        && items.get(i - 2).token().is("id")) {
                    add(Kind.LIMIT, token, false);
                }
            } else if (token.kind() == Token.Kind.NAME && item.section() == Section.WHEN) {
                fact(item, token);
            } else if (token.is("table") && before.is("@")) {
                table(items, i);
            }
        }
    }

    private void fact(Item item, Token token) {
        FactType enclosing = item.type() == null ? null : types.type(item.type());
        if (enclosing != null && enclosing.properties().containsKey(token.text())) {
            add(Kind.FACT, enclosing.name() + "." + token.text(), Span.of(token.spot()), false);
        } else if (types.type(token.text()) != null) {
            add(Kind.TYPE, token.text(), Span.of(token.spot()), false);
        }
    }

    /** The ids in the cells of a table: those of its rules, and those of limits whose variables head a column. */
    private void table(List<Item> items, int at) {
        Set<String> limits = limitVariables(items, items.get(at).rule());
        List<String> headings = new ArrayList<>();
        int headingLine = 0;
        int line = 0;
        int column = 0;
        for (int i = at + 2; i < items.size() && !items.get(i).token().is(")"); i++) {
            Token token = items.get(i).token();
            headingLine = headingLine == 0 ? token.spot().line() : headingLine;
            column = token.spot().line() == line ? column : 0;
            line = token.spot().line();
            if (token.is("|")) {
                column++;
            } else if (line == headingLine) {
                headings.add(token.text());
            } else if (token.kind() == Token.Kind.TEXT && column < headings.size()) {
                String heading = headings.get(column);
                if (heading.equals("rule")) {
                    add(Kind.RULE, token, true);
                } else if (limits.contains(heading)) {
                    add(Kind.LIMIT, token, false);
                }
            }
        }
    }

    /** The variables of a rule that are bound to the value of a limit. */
    private static Set<String> limitVariables(List<Item> items, int rule) {
        Set<String> variables = new HashSet<>();
        for (Item item : items) {
            boolean bound = item.rule() == rule && LIMIT.equals(item.type());
            if (bound && item.token().kind() == Token.Kind.VARIABLE) {
                variables.add(item.token().text());
            }
        }
        return variables;
    }

    private void yaml(Node root) {
        switch (file) {
            case "limits.yaml" -> each(root, "limits", limit -> scalar(Kind.LIMIT, limit.get("id"), true));
            case "pack.yaml" -> {
                each(root, "accept", entry -> {
                    scalar(Kind.RULE, entry.get("rule"), false);
                    scalar(Kind.LIMIT, entry.get("limit"), false);
                });
                facts.named(root, "accept", "fact");
                facts.named(root, "changeable", "figure");
            }
            case "assumptions.yaml" -> facts.assumptions(root);
            case "vocabulary.yaml" -> facts.declarations(root);
            case "zh.yaml" -> {
                keys(Kind.RULE, root.get("rules"));
                keys(Kind.LIMIT, root.get("limits"));
                facts.keyed(root.get("changeable"));
            }
            default -> {
                if (file.startsWith("cases/")) {
                    limits(root.get("background"));
                    facts.entries(root.get("background"));
                    each(root, "cases", this::example);
                }
            }
        }
    }

    private void example(Node entry) {
        scalar(Kind.RULE, entry.get("rule"), false);
        limits(entry.get("given"));
        facts.entries(entry.get("given"));
        Node expect = entry.get("expect");
        if (expect != null && expect.isMap()) {
            facts.names(expect.get("missing"));
        }
    }

    private interface Reader {
        void read(Node item);
    }

    private static void each(Node root, String key, Reader reader) {
        for (Node item : root.list(key, new ArrayList<>())) {
            if (item.isMap()) {
                reader.read(item);
            }
        }
    }

    private void limits(@Nullable Node given) {
        if (given != null && given.isMap()) {
            keys(Kind.LIMIT, given.get("limits"));
        }
    }

    private void scalar(Kind kind, @Nullable Node node, boolean definition) {
        if (node != null && node.isScalar()) {
            located(kind, node.text(), node.place(), definition);
        }
    }

    private void keys(Kind kind, @Nullable Node map) {
        if (map != null && map.isMap()) {
            map.each().forEach(field -> located(kind, field.key(), field.place(), false));
        }
    }

    /** The places at which vocabulary.yaml declares types and facts. */
    private void declarations() {
        file = "vocabulary.yaml";
        String path = files.place(file).file();
        for (String name : types.names()) {
            FactType type = types.type(name);
            if (type == null) {
                continue;
            }
            if (type.described().place().file().equals(path)) {
                located(Kind.TYPE, name, type.described().place(), true);
            }
            for (Property property : type.properties().values()) {
                if (property.described() != null
                        && property.described().place().file().equals(path)) {
                    declared(
                            name + "." + property.name(),
                            property.described().place(),
                            property.name().length());
                }
            }
        }
    }

    private void declared(String name, Place place, int length) {
        if (place.line() > 0 && place.column() > 0) {
            add(Kind.FACT, name, Span.of(place, length), true);
        }
    }

    private void located(Kind kind, String name, Place place, boolean definition) {
        located(kind, name, place, 0, name.length(), definition);
    }

    /**
     * Adds a name in a text of YAML.
     *
     * @param before the number of characters of the text before the name
     * @param length the length of the name
     */
    private void located(Kind kind, String name, Place place, int before, int length, boolean definition) {
        if (place.line() > 0 && place.column() > 0) {
            String line = place.text();
            int at = place.column() - 1;
            boolean quoted = line != null && at < line.length() && (line.charAt(at) == '"' || line.charAt(at) == '\'');
            int start = (quoted ? at + 1 : at) + before;
            add(kind, name, new Span(place.line() - 1, start, start + length), definition);
        }
    }

    private void add(Kind kind, Token text, boolean definition) {
        Span quoted = Span.of(text.spot());
        Span inside = new Span(
                quoted.line(),
                quoted.start() + 1,
                quoted.start() + 1 + text.text().length());
        add(kind, text.text(), inside, definition);
    }

    private void add(Kind kind, String name, Span span, boolean definition) {
        found.add(new Occurrence(kind, name, new Location(file, span), definition));
    }
}
