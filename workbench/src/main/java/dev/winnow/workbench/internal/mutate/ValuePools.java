package dev.winnow.workbench.internal.mutate;

import dev.winnow.language.LimitSummary;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.CheckedRule.Variable;
import dev.winnow.language.internal.check.Reads;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Expression.Arithmetic;
import dev.winnow.language.internal.syntax.Expression.Compare;
import dev.winnow.language.internal.syntax.Expression.Member;
import dev.winnow.language.internal.syntax.Expression.Property;
import dev.winnow.language.internal.syntax.Expression.Text;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactType.Kind;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.RatingLevels;
import dev.winnow.model.value.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values tried for the facts of one rule in the search for cases: values at and near those that the rule compares
 * with.
 */
final class ValuePools {

    private static final int FEW = 3;
    private static final int ENOUGH = 2;
    private static final Amount TWO = Amount.of(2);
    private static final Amount BELOW = Amount.of("0.95");
    private static final Amount ABOVE = Amount.of("1.05");
    private static final String LINKS = "links";

    private final CheckedRule checked;
    private final CaseWords words;
    private final List<LimitSummary> limits;
    private final Unit money;
    /** The component with which a component is compared, and whose texts it shares, by {@code Type.component}. */
    private final Map<String, String> linked = new HashMap<>();

    private final Map<String, Set<String>> constants = new HashMap<>();
    /** The components that the rule reads, by type. */
    private final Map<FactType, Set<String>> read = new LinkedHashMap<>();

    private final Set<String> computed = new HashSet<>();

    ValuePools(CheckedRule checked, LimitTable table, CaseWords words) {
        this.checked = checked;
        this.words = words;
        this.money = table.money();
        Set<String> ids = Reads.limits(checked);
        this.limits = table.summaries().stream()
                .filter(limit -> ids.contains(limit.id()))
                .toList();
        for (int i = 0; i < checked.types().size(); i++) {
            FactType type = checked.types().get(i);
            int index = i;
            Set<String> names = read.computeIfAbsent(type, any -> new TreeSet<>());
            Pattern pattern = checked.rule().patterns().get(i);
            Reads.expressions(pattern, expression -> {
                Reads.properties(expression, property -> names.add(property.name()));
                if (expression instanceof Arithmetic) {
                    Reads.properties(expression, property -> computed.add(key(index, property)));
                }
            });
            pattern.conditions().forEach(test -> link(index, test));
        }
    }

    private void link(int index, Expression test) {
        if (test instanceof Compare compare) {
            join(index, compare.left(), compare.right());
            List.of(compare.left(), compare.right()).forEach(side -> {
                if (side instanceof Arithmetic) {
                    Reads.properties(side, property -> computed.add(key(index, property)));
                }
            });
        } else if (test instanceof Member member) {
            join(index, member.item(), member.list());
        } else if (test instanceof Expression.OneOf oneOf) {
            oneOf.options().forEach(option -> join(index, oneOf.item(), option));
        } else {
            test.parts().forEach(part -> link(index, part));
        }
    }

    private void join(int index, Expression one, Expression other) {
        String left = name(index, one);
        String right = name(index, other);
        if (left != null && right != null) {
            String root = root(left);
            String kept = root(right);
            if (!root.equals(kept)) {
                linked.put(root, kept);
                constants.computeIfAbsent(kept, any -> new LinkedHashSet<>()).addAll(constants(root));
            }
        } else if (left != null && other instanceof Text text) {
            constants.computeIfAbsent(root(left), any -> new LinkedHashSet<>()).add(text.value());
        } else if (right != null && one instanceof Text text) {
            constants.computeIfAbsent(root(right), any -> new LinkedHashSet<>()).add(text.value());
        }
    }

    private Set<String> constants(String root) {
        return constants.getOrDefault(root, Set.of());
    }

    private @Nullable String name(int index, Expression value) {
        if (value instanceof Property property) {
            return key(index, property);
        }
        if (value instanceof Expression.Variable name) {
            Variable bound = checked.variable(name.name());
            return bound.total() ? null : name(bound.pattern(), bound.value());
        }
        return null;
    }

    private String key(int index, Property property) {
        return checked.types().get(index).name() + "." + property.name();
    }

    private String root(String name) {
        String root = name;
        while (linked.containsKey(root)) {
            root = linked.getOrDefault(root, root);
        }
        return root;
    }

    /** Returns the types that the rule matches, with the components that it reads. */
    Map<FactType, Set<String>> read() {
        return read;
    }

    boolean matches(Class<?>... types) {
        return read.keySet().stream().anyMatch(type -> Arrays.asList(types).contains(type.record()));
    }

    /** Returns the limits that the rule reads, with the days from which they are in force. */
    List<LimitSummary> limits() {
        return limits;
    }

    /** Whether a component refers to chain links. */
    boolean isLink(FactType type, String property) {
        String root = root(type.name() + "." + property);
        return refersToLinks(type, property)
                || read.entrySet().stream()
                        .anyMatch(entry -> entry.getValue().stream()
                                .anyMatch(name -> refersToLinks(entry.getKey(), name)
                                        && root(entry.getKey().name() + "." + name)
                                                .equals(root)));
    }

    private static boolean refersToLinks(FactType type, String property) {
        FactType.Property known = type.properties().get(property);
        return known != null && LINKS.equals(known.refers());
    }

    /** Whether the rule reads chain links. */
    boolean readsLinks() {
        return read.entrySet().stream()
                .anyMatch(entry -> entry.getValue().stream().anyMatch(name -> isLink(entry.getKey(), name)));
    }

    /** Returns the possible texts of a component. */
    List<String> texts(FactType type, String property) {
        String root = root(type.name() + "." + property);
        Set<String> texts = new LinkedHashSet<>(constants(root));
        int most = texts.size() + FEW;
        for (String option : options(type, property)) {
            texts.add(option);
        }
        if (texts.size() > constants(root).size()) {
            return texts.stream().limit(most).toList();
        }
        read.forEach((other, names) -> names.forEach(name -> {
            if (root(other.name() + "." + name).equals(root)) {
                texts.addAll(words.of(owner(other) + "." + name));
            }
        }));
        texts.addAll(words.of(owner(type) + "." + property));
        for (String filler : List.of("one", "two", "three")) {
            if (texts.size() < ENOUGH) {
                texts.add(filler);
            }
        }
        return texts.stream().limit(most).toList();
    }

    /** Returns the closed list of texts of a component; empty if it has none. */
    private static List<String> options(FactType type, String property) {
        FactType.Property known = type.properties().get(property);
        return known == null ? List.of() : known.words();
    }

    /** Returns the key of a case for facts of a type. */
    static String owner(FactType type) {
        return type.list() != null
                ? type.list()
                : switch (type.name()) {
                    case "Project" -> "project";
                    case "City" -> "city";
                    case "Milestone" -> "milestones";
                    default -> type.name();
                };
    }

    /** Returns figures to try for a component, as people write them. */
    List<String> figures(FactType type, String property) {
        FactType.Property known = type.properties().get(property);
        Unit kind = known == null || known.value().unit() == null
                ? Unit.NUMBER
                : known.value().unit();
        RatingLevels levels = kind.levels();
        if (levels != null) {
            return levels.each().stream().map(Figure::toString).toList();
        }
        Unit unit = kind.isMoney() ? money : kind;
        Set<String> figures = new LinkedHashSet<>();
        List<Amount> marks = new ArrayList<>();
        limits.forEach(limit -> limit.values().forEach(dated -> {
            if (dated.value().unit().equals(unit)) {
                marks.add(dated.value().low());
            }
        }));
        if (computed.contains(type.name() + "." + property)) {
            Amount base = Amount.of(unit.isMoney() ? 1000 : 1);
            List<Amount> factors = new ArrayList<>(List.of(Amount.ONE, TWO, Amount.of(4)));
            limits.forEach(limit -> limit.values().stream()
                    .filter(dated -> !dated.value().unit().isMoney())
                    .forEach(dated -> factors.addAll(around(dated.value().low()))));
            factors.stream()
                    .filter(factor -> marks.isEmpty() || !unit.isMoney())
                    .forEach(factor -> figures.add(
                            unit.write(unit.isShare() ? Amount.min(Amount.ONE, factor) : base.times(factor))));
            marks.forEach(mark -> figures.add(unit.write(half(mark))));
        }
        marks.forEach(mark -> around(mark).stream()
                .filter(value -> !unit.isShare() || value.compareTo(Amount.ONE) <= 0)
                .forEach(value -> figures.add(unit.write(value))));
        if (marks.isEmpty()) {
            plain(kind).forEach(number -> figures.add(unit.write(number)));
        }
        figures.add(unit.write(Amount.ZERO));
        if (!unit.isMoney()) {
            figures.add(unit.write(Amount.ONE)); // a rule may contain 0 and 1 without a limit
        }
        return List.copyOf(figures);
    }

    /** Returns the values tried if the rule compares with no limit. */
    private static List<Amount> plain(Unit kind) {
        return switch (kind.kind()) {
            case SHARE -> Stream.of("0.4", "0.5", "0.8").map(Amount::of).toList();
            case NUMBER -> Stream.of(1, 2, 3).map(Amount::of).toList();
            case MONEY -> Stream.of(100, 200, 300, 400).map(Amount::of).toList();
        };
    }

    private static List<Amount> around(Amount mark) {
        boolean whole = mark.isWhole() && mark.compareTo(Amount.of(20)) <= 0;
        Amount below = LimitMutations.round(mark.times(BELOW));
        Amount above = LimitMutations.round(mark.times(ABOVE));
        Amount twice = LimitMutations.round(mark.times(TWO));
        return whole
                ? List.of(mark, mark.minus(Amount.ONE), mark.plus(Amount.ONE), twice, below, above)
                : List.of(mark, below, above, twice, half(mark));
    }

    private static Amount half(Amount mark) {
        return LimitMutations.round(mark.over(TWO));
    }

    static boolean is(FactType type, String property, Kind kind) {
        FactType.Property known = type.properties().get(property);
        return known != null && known.value().kind() == kind;
    }
}
