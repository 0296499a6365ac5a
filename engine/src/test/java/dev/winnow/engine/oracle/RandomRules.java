package dev.winnow.engine.oracle;

import dev.winnow.language.internal.check.Law;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.language.internal.syntax.Drl;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.syntax.RuleFile;
import dev.winnow.language.internal.syntax.RuleParser;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactType.Kind;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.language.internal.vocabulary.Limit;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.domain.Project;
import dev.winnow.model.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Random rules that obey the pack law and use the words of random universes. Equal seeds give equal rules. Rules are
 * generated without regard to the pack law, and those that it rejects are dropped.
 */
final class RandomRules {

    /** A variable that later patterns may read. */
    private record Bound(String name, Kind kind) {}

    private static final List<String> SIGNS = List.of(">=", ">", "<=", "<", "==", "!=");
    private static final List<String> ORDERED = List.of(">=", ">", "<=", "<");
    private static final List<String> LIMITS =
            List.of("market-size", "small-market", "much-money", "two", "three", "ten", "high-rate", "half", "not-yet");
    private static final Map<String, List<String>> WORDS = Map.of(
            "endMarkets", List.of("m1", "m2", "m3", "m4"),
            "tracks", List.of("t1", "t2", "t3"),
            "subTracks", List.of("s1", "s2", "s3", "s4"),
            "links", List.of("l1", "l2", "l3", "l4", "l5", "l6", "l7", "l8"),
            "firms", List.of("Firm A", "Firm B", "Firm C"),
            "chains", List.of("c1", "c2"));
    private static final List<String> OTHERS =
            List.of("early", "late", "Firm A", "Firm B", "production", "tool-in", "District 1", "fund-1");

    private final long seed;
    private final Random random;
    private final FactTypes types;
    private final LimitTable limits;
    private final Set<String> criteria;
    private List<Bound> bound = new ArrayList<>();
    private int names;

    RandomRules(long seed, FactTypes types, LimitTable limits, Set<String> criteria) {
        this.seed = seed;
        this.random = new Random(seed);
        this.types = types;
        this.limits = limits;
        this.criteria = criteria;
    }

    /** A file of rules for a criterion. Rules of different seeds have different ids. */
    String file(String pack, String criterion, boolean awards, int rules) {
        StringBuilder file = new StringBuilder("package ")
                .append(Drl.packageName(pack, criterion))
                .append("\nimport dev.winnow.model.*\nimport dev.winnow.engine.*\nglobal Scorecard card\n");
        String head = file.toString();
        int written = 0;
        while (written < rules) {
            String rule = rule(criterion + "-" + seed + "-" + written, awards);
            if (isLawful(criterion, Drl.packageName(pack, criterion), head + rule)) {
                file.append(rule);
                written++;
            }
        }
        return file.toString();
    }

    private boolean isLawful(String criterion, String packageName, String text) {
        List<Problem> problems = new ArrayList<>();
        RuleFile file = new RuleFile(criterion + ".drl", criterion, text, problems);
        List<PackRule> rules = RuleParser.parse(file, packageName).rules();
        return problems.isEmpty()
                && rules.size() == 1
                && Law.check(file, rules.get(0), types, limits, criteria) != null
                && problems.isEmpty();
    }

    private String rule(String id, boolean awards) {
        bound = new ArrayList<>();
        names = 0;
        List<String> when = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            String name = name(Kind.FIGURE);
            when.add("Limit( id == \"" + one(LIMITS) + "\", " + name + " : value )");
        }
        for (int i = random.nextInt(6) == 0 ? 1 : 0; i > 0; i--) {
            when.add(fact());
        }
        when.add(pattern(type(Project.class), true, random.nextInt(3)));
        for (int i = random.nextInt(4); i > 0; i--) {
            when.add(
                    switch (random.nextInt(6)) {
                        case 0 -> "not " + pattern(row(), false, 1 + random.nextInt(3));
                        case 1, 2 -> total();
                        default -> fact();
                    });
        }
        String points = awards ? "@points(" + (1 + random.nextInt(20)) + ")  " : "";
        return "\nrule \"" + id + "\"\n  @title(\"T\")  " + points + "@source(\"S\")\nwhen\n  "
                + String.join("\n  ", when) + "\nthen\n  " + consequence(awards) + "\nend\n";
    }

    private String fact() {
        return pattern(row(), true, random.nextInt(4));
    }

    private FactType type(Class<?> record) {
        FactType type = types.type(record.getSimpleName());
        if (type == null) {
            throw new IllegalStateException("no type " + record);
        }
        return type;
    }

    private FactType row() {
        List<FactType> rows = new ArrayList<>();
        for (String name : types.names()) {
            FactType type = types.type(name);
            if (type != null && type.record() != Project.class && type.record() != Limit.class) {
                rows.add(type);
                if (type.list() != null && type.declared() == null) {
                    rows.add(type);
                }
                if (type.declared() != null) {
                    rows.addAll(List.of(type, type, type));
                }
            }
        }
        return one(rows);
    }

    private String pattern(FactType type, boolean binds, int conditions) {
        StringJoiner parts = new StringJoiner(", ", type.name() + "( ", " )");
        List<FactType.Property> properties = new ArrayList<>(type.properties().values());
        if (type.record() == Milestone.class) {
            parts.add(bound.stream()
                    .filter(one -> one.name().equals("$own"))
                    .map(own -> "project == $own")
                    .findFirst()
                    .orElse("step != \"\""));
        }
        for (int i = 0; i < conditions; i++) {
            parts.add(condition(properties, 2));
        }
        if (binds && type.record() == Project.class && random.nextBoolean()) {
            bound.add(new Bound("$own", Kind.TEXT));
            parts.add("$own : id");
        }
        for (int i = binds ? 1 + random.nextInt(3) : 0; i > 0; i--) {
            FactType.Property property = property(properties);
            String read = property.name();
            if (property.value().kind() == Kind.FIGURE && random.nextInt(4) == 0) {
                read = "( " + read + " " + one(List.of("+", "-", "*", "/")) + " " + figure(properties) + " )";
            }
            parts.add(name(property.value().kind()) + " : " + read);
        }
        return parts.toString();
    }

    /** A declared property with probability one half, if there is any. */
    private FactType.Property property(List<FactType.Property> of) {
        List<FactType.Property> declared =
                of.stream().filter(property -> property.declared() != null).toList();
        return one(declared.isEmpty() || random.nextBoolean() ? of : declared);
    }

    private String figure(List<FactType.Property> properties) {
        List<String> figures = new ArrayList<>(variables(Kind.FIGURE));
        for (FactType.Property property : properties) {
            if (property.value().kind() == Kind.FIGURE) {
                figures.add(property.name());
            }
        }
        figures.add(random.nextBoolean() ? "0" : "1");
        return one(figures);
    }

    private String total() {
        FactType type = row();
        List<FactType.Property> figures = type.properties().values().stream()
                .filter(property -> property.value().kind() == Kind.FIGURE)
                .toList();
        String inner = pattern(type, false, random.nextInt(3));
        String result = "$n" + names++;
        String counted = "count(1)";
        if (!figures.isEmpty() && random.nextBoolean()) {
            String summed = "$n" + names++;
            inner = inner.substring(0, inner.length() - 2)
                    + (inner.endsWith("(  )") ? "" : ", ")
                    + summed
                    + " : "
                    + one(figures).name()
                    + " )";
            counted = "sum(" + summed + ")";
        }
        String right = figure(List.of());
        bound.add(new Bound(result, Kind.FIGURE));
        return "accumulate( " + inner + "; " + result + " : " + counted + "; " + result + " " + one(ORDERED) + " "
                + right + " )";
    }

    private String condition(List<FactType.Property> properties, int depth) {
        if (depth > 0 && random.nextInt(5) == 0) {
            String one = condition(properties, depth - 1);
            return random.nextInt(3) == 0
                    ? "!( " + one + " )"
                    : "( " + one + (random.nextBoolean() ? " || " : " && ") + condition(properties, depth - 1) + " )";
        }
        FactType.Property property = property(properties);
        String name = property.name();
        return switch (property.value().kind()) {
            case TEXT -> text(property);
            case LIST -> {
                List<String> texts = variables(Kind.TEXT);
                String word = texts.isEmpty() || random.nextInt(4) == 0 ? word(property) : one(texts);
                yield random.nextInt(4) == 0
                        ? name + ".size() " + one(SIGNS) + " " + figure(List.of())
                        : name + (random.nextInt(4) == 0 ? " not contains " : " contains ") + word;
            }
            case FIGURE ->
                random.nextInt(5) == 0
                        ? name + " * " + figure(properties) + " " + one(ORDERED) + " " + figure(properties)
                        : name + " " + one(SIGNS) + " " + figure(properties);
            case DATE -> {
                List<String> days = variables(Kind.DATE);
                yield days.isEmpty() ? name + " == null" : name + " " + one(SIGNS) + " " + one(days);
            }
            case FLAG -> {
                List<String> flags = variables(Kind.FLAG);
                yield name
                        + (random.nextBoolean() ? " == " : " != ")
                        + (flags.isEmpty() || random.nextBoolean() ? String.valueOf(random.nextBoolean()) : one(flags));
            }
            case UNTYPED -> name;
        };
    }

    private String text(FactType.Property property) {
        String name = property.name();
        List<String> texts = variables(Kind.TEXT);
        List<String> lists = variables(Kind.LIST);
        int draw = random.nextInt(10);
        if (draw < 4 && !lists.isEmpty()) {
            return name + (random.nextInt(4) == 0 ? " not memberOf " : " memberOf ") + one(lists);
        }
        if (draw < 7 && !texts.isEmpty()) {
            return name + (random.nextInt(4) == 0 ? " != " : " == ") + one(texts);
        }
        return draw < 8
                ? name + (random.nextBoolean() ? " in ( " : " not in ( ") + word(property) + ", " + word(property)
                        + " )"
                : name + (random.nextBoolean() ? " == " : " != ") + word(property);
    }

    private String word(FactType.Property property) {
        List<String> words = new ArrayList<>(property.words());
        if (property.refers() != null) {
            words.addAll(WORDS.getOrDefault(property.refers(), List.of()));
        }
        return "\"" + one(words.isEmpty() ? OTHERS : words) + "\"";
    }

    private String consequence(boolean awards) {
        List<String> figures = variables(Kind.FIGURE);
        List<String> arguments =
                bound.stream().map(Bound::name).limit(random.nextInt(4)).toList();
        String reason = "\"" + "%s ".repeat(arguments.size()) + "holds\""
                + (arguments.isEmpty() ? "" : ", " + String.join(", ", arguments));
        if (awards) {
            return figures.size() > 1 && random.nextInt(3) == 0
                    ? "card.awardShare(" + one(figures) + ", " + one(figures) + ", " + reason + ");"
                    : "card.award(" + reason + ");";
        }
        List<String> texts = variables(Kind.TEXT);
        return switch (random.nextInt(8)) {
            case 0 -> "card.knockOut(" + reason + ");";
            case 1 -> "card.redFlag(" + reason + ");";
            case 2 -> "card.note(" + reason + ");";
            case 3, 4 ->
                texts.isEmpty() ? "card.note(" + reason + ");" : "card.suggest(" + one(texts) + ", " + reason + ");";
            default ->
                figures.isEmpty()
                        ? "card.note(" + reason + ");"
                        : "card.cap(\"" + one(List.copyOf(criteria)) + "\", " + one(figures) + ", " + reason + ");";
        };
    }

    private String name(Kind kind) {
        String name = "$n" + names++;
        bound.add(new Bound(name, kind));
        return name;
    }

    private List<String> variables(Kind kind) {
        return bound.stream().filter(one -> one.kind() == kind).map(Bound::name).toList();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
