package dev.winnow.bench;

import dev.winnow.engine.RulePack;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.Reads;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.model.source.Node;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Component;
import dev.winnow.model.vocabulary.RecordShape;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.tables.internal.entries.Entry;
import dev.winnow.tables.internal.entries.EntryWriter;
import dev.winnow.tables.internal.entries.Synthesis;
import dev.winnow.tables.internal.entries.UniverseEntries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The shipped rules that read no declared fact, and the same rules over declared facts of the same kinds and values:
 * projects and city rows repeat each fact of the core under a declared name. Both packs therefore do the same work on
 * the same universe, and differ only in built-in or declared facts.
 */
final class DeclaredTwin {

    private static final Pattern RULE = Pattern.compile("(?ms)^rule \"([^\"]+)\".*?^end$");
    private static final Pattern QUOTED_OR_WORD = Pattern.compile("\"[^\"]*\"|(?<![$\\w])[A-Za-z]\\w*");
    private static final Pattern PROJECT = Pattern.compile("(?m)^  Project\\(.*\\)$");
    private static final List<String> PROPERTIES = List.of("track", "links", "endMarkets", "investment", "fundingNeed");
    private static final List<String> LISTS = List.of("demands", "leadUsers", "funds", "districts");
    /** Substitutes for names with fewer than three letters, which cannot be declared. */
    private static final Map<String, String> TOO_SHORT = Map.of("id", "code");

    private final Vocabulary vocabulary;
    private final RulePack builtIn;
    private final RulePack declared;

    /** @param shipped the folder of the shipped pack */
    DeclaredTwin(Path shipped) throws IOException {
        Map<String, String> files = new TreeMap<>();
        Map<String, String> twins = new TreeMap<>(Map.of(Vocabulary.FILE, declarations()));
        RulePack whole = RulePack.load(shipped);
        Set<String> core = rulesOfTheCore(whole);
        String pack = GrownPack.withoutRules(Files.readString(shipped.resolve("pack.yaml")));
        try (Stream<Path> all = Files.list(shipped)) {
            for (Path path : all.filter(one -> one.toString().endsWith(".drl")).toList()) {
                String file = String.valueOf(path.getFileName());
                String text = Files.readString(path);
                String head = text.substring(0, text.indexOf("rule \""));
                List<String> rules = RULE.matcher(text)
                        .results()
                        .filter(rule -> core.contains(rule.group(1)))
                        .map(MatchResult::group)
                        .toList();
                String criterion = "  - {id: " + file.replace(".drl", "") + ",";
                if (pack.contains(criterion) && rules.stream().noneMatch(rule -> rule.contains("card.award"))) {
                    // No rule of the criterion is left.
                    pack = pack.replaceAll("(?m)^" + Pattern.quote(criterion) + ".*\n", "");
                } else {
                    files.put(file, head + String.join("\n\n", rules) + "\n");
                    twins.put(
                            file,
                            head + rules.stream().map(DeclaredTwin::declared).collect(Collectors.joining("\n\n"))
                                    + "\n");
                }
            }
        }
        for (Map<String, String> one : List.of(files, twins)) {
            one.put("pack.yaml", pack);
            one.put("limits.yaml", Files.readString(shipped.resolve("limits.yaml")));
        }
        builtIn = draft(files);
        declared = draft(twins);
        // The shipped universe is read with the vocabulary of the shipped pack.
        vocabulary = declared.vocabulary().and(whole.vocabulary(), new ArrayList<>());
    }

    /** Reads the files as the folder of an unfinished pack, since the rules have no worked examples. */
    private static RulePack draft(Map<String, String> files) throws IOException {
        Path folder = Files.createTempDirectory("winnow-bench");
        Path pack = Files.createDirectory(folder.resolve("semiconductor"));
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(pack.resolve(file.getKey()), file.getValue());
            }
            return RulePack.draft(pack);
        } finally {
            for (String file : files.keySet()) {
                Files.deleteIfExists(pack.resolve(file));
            }
            Files.delete(pack);
            Files.delete(folder);
        }
    }

    /** Returns the rules over built-in facts. */
    RulePack builtIn() {
        return builtIn;
    }

    /** Returns the same rules over declared facts. */
    RulePack declared() {
        return declared;
    }

    /** Generates a universe that states all facts both ways. */
    Universe draw(Synthesis synthesis, int projects, int cities) throws IOException {
        EntryKinds kinds = EntryKinds.of(vocabulary);
        List<Entry> entries = new ArrayList<>();
        synthesis.write(projects, cities, new EntryWriter() {
            @Override
            public void write(EntryKind kind, @Nullable String holder, Node entry) {
                if (kind.isProjects()) {
                    entries.add(new Entry(kind, holder, twice(entry)));
                } else if (kind.name().equals("cities")) {
                    entries.add(new Entry(kind, holder, completeTwice(entry)));
                } else {
                    entries.add(new Entry(kind, holder, entry));
                    if (kind.isHeld() && LISTS.contains(kind.list())) {
                        entries.add(
                                new Entry(kinds.get("cities." + declaredName(kind.list())), holder, renamed(entry)));
                    }
                }
            }

            @Override
            public void close() {}
        });
        return Universe.of(vocabulary, Objects.requireNonNull(UniverseEntries.document(entries)));
    }

    private static String declaredName(String name) {
        return "declared" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    // --- The rules ---

    /** Returns the rules that read only facts of the core. */
    private static Set<String> rulesOfTheCore(RulePack pack) {
        return pack.checkedRules().stream()
                .filter(rule ->
                        IntStream.range(0, rule.types().size()).noneMatch(pattern -> readsDeclared(rule, pattern)))
                .map(CheckedRule::id)
                .collect(Collectors.toSet());
    }

    private static boolean readsDeclared(CheckedRule rule, int pattern) {
        FactType type = rule.types().get(pattern);
        Set<String> read = new TreeSet<>();
        Reads.expressions(
                rule.rule().patterns().get(pattern),
                expression -> Reads.properties(expression, property -> read.add(property.name())));
        return type.declared() != null
                || read.stream().anyMatch(name -> {
                    FactType.Property property = type.properties().get(name);
                    return property != null && property.declared() != null;
                });
    }

    private static String declared(String rule) {
        Map<String, String> rows = new LinkedHashMap<>();
        LISTS.forEach(list -> {
            String row = Vocabulary.core().rows(list).name();
            rows.put(row, "Declared" + row);
        });
        Map<String, String> properties =
                PROPERTIES.stream().collect(Collectors.toMap(name -> name, DeclaredTwin::declaredName));
        String ofProject = PROJECT.matcher(rule)
                .replaceAll(pattern -> Matcher.quoteReplacement(replaced(pattern.group(), properties)));
        return replaced(ofProject, rows);
    }

    private static String replaced(String rule, Map<String, String> names) {
        return QUOTED_OR_WORD
                .matcher(rule)
                .replaceAll(word -> Matcher.quoteReplacement(names.getOrDefault(word.group(), word.group())));
    }

    // --- The vocabulary ---

    private static String declarations() {
        StringBuilder text = new StringBuilder("project:\n");
        RecordShape<?> project = Vocabulary.core().project();
        PROPERTIES.forEach(name -> text.append(declaration("  ", declaredName(name), component(project, name))));
        text.append("city lists:\n");
        for (String list : LISTS) {
            RecordShape<?> shape = Vocabulary.core().rows(list);
            text.append("  ").append(declaredName(list)).append(":\n");
            text.append("    row: Declared").append(shape.name()).append('\n');
            text.append("    key: ")
                    .append(shape.key().stream()
                            .map(key -> TOO_SHORT.getOrDefault(key, key))
                            .toList())
                    .append("\n    has:\n");
            shape.stated()
                    .forEach(component -> text.append(declaration(
                            "      ", TOO_SHORT.getOrDefault(component.name(), component.name()), component)));
        }
        return text.toString();
    }

    private static Component component(RecordShape<?> shape, String name) {
        return shape.stated().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String declaration(String indent, String name, Component component) {
        return indent + name + ": {is: \"" + type(component) + "\", name: {en: " + name + "}}\n";
    }

    /** Returns the kind of a component as written in a vocabulary. */
    private static String type(Component component) {
        return switch (component.kind()) {
            case FIGURE ->
                Unit.MONEY.equals(component.unit())
                        ? "money"
                        : Unit.SHARE.equals(component.unit()) ? "share" : "number";
            case DATE -> "date";
            case FLAG -> "yes/no";
            case TEXT -> component.words().isEmpty() ? one(component.refers()) : "one of " + component.words();
            case TEXTS -> "list of " + one(component.refers()) + "s";
            case EVIDENCE -> throw new IllegalArgumentException("evidence is not a property");
        };
    }

    private static String one(@Nullable String refers) {
        return refers == null
                ? "text"
                : switch (refers) {
                    case "endMarkets" -> "end market";
                    case "links" -> "link";
                    case "tracks" -> "track";
                    case "firms" -> "firm";
                    default -> throw new IllegalArgumentException("no word list for " + refers);
                };
    }

    // --- The universe ---

    private static Node twice(Node project) {
        List<Node.Field> fields = new ArrayList<>(project.each());
        project.each().stream()
                .filter(field -> PROPERTIES.contains(field.key()))
                .forEach(field -> fields.add(new Node.Field(declaredName(field.key()), field.place(), field.value())));
        return Node.map(project.place(), fields);
    }

    private static Node renamed(Node row) {
        return Node.map(
                row.place(),
                row.each().stream()
                        .map(field -> new Node.Field(
                                TOO_SHORT.getOrDefault(field.key(), field.key()), field.place(), field.value()))
                        .toList());
    }

    /** Returns a city in which the twin of each complete list is complete too. */
    private static Node completeTwice(Node city) {
        return Node.map(
                city.place(),
                city.each().stream()
                        .map(field -> field.key().equals("complete")
                                ? new Node.Field(field.key(), field.place(), completeTwice(field))
                                : field)
                        .toList());
    }

    private static Node completeTwice(Node.Field complete) {
        List<Node> lists = new ArrayList<>(complete.value().items());
        complete.value().items().stream()
                .filter(list -> LISTS.contains(list.text()))
                .forEach(list -> lists.add(Node.scalar(list.place(), declaredName(list.text()))));
        return Node.list(complete.place(), lists);
    }
}
