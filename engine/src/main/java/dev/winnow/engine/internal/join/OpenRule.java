package dev.winnow.engine.internal.join;

import dev.winnow.engine.internal.evaluate.FactPaths;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.CheckedRule.Look;
import dev.winnow.language.internal.check.CheckedRule.Variable;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Expression.And;
import dev.winnow.language.internal.syntax.Expression.Not;
import dev.winnow.language.internal.syntax.Expression.Or;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.syntax.Pattern.Total;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Fraction;
import dev.winnow.model.value.StartOfList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule bound for finding the unknown facts that keep it undecided: its conditions, each with the components that it
 * reads. Conditions are bound as in the join evaluator. Immutable.
 */
public final class OpenRule {

    private static final BoundCondition[] NO_CONDITIONS = {};
    private static final Read[] NO_READS = {};

    /** A component of the fact of a pattern. */
    record Read(int pattern, FactType type, String component, FactType.Reader reader, int place) {

        /** Whether the component is unknown, a figure that is not exact, or an incomplete list. */
        boolean isOpen(Object fact) {
            return OpenRule.isOpen(reader.of(fact));
        }
    }

    /** Whether a value is unknown, a figure that is not exact, or an incomplete list. */
    static boolean isOpen(@Nullable Object value) {
        return value == null || (value instanceof Figure figure ? !figure.isExact() : value instanceof StartOfList<?>);
    }

    /** An atomic condition with the components that it reads. */
    static final class Atom {

        final BoundCondition condition;
        final Read[] reads;

        private Atom(BoundCondition condition, Read[] reads) {
            this.condition = condition;
            this.reads = reads;
        }
    }

    /** A condition that may be undecided, with its atoms; a single atom if it is atomic itself. */
    static final class Doubt {

        final BoundCondition whole;
        final Atom[] atoms;

        private Doubt(BoundCondition whole, Atom[] atoms) {
            this.whole = whole;
            this.atoms = atoms;
        }
    }

    static final class Part {

        final int index;
        final FactType type;
        final Pattern.Kind kind;
        /** Whether its facts are rows of a list, which may be unwritten. */
        final boolean listed;
        /** Whether it may leave the rule undecided. */
        final boolean relevant;
        /** The patterns whose facts it reads, including itself. */
        final int[] looks;

        final Doubt[] doubts;
        /** All its conditions, if its rows are examined one by one; otherwise empty. */
        final BoundCondition[] conditions;

        final @Nullable Total total;
        /** The summand; null if rows are counted. */
        final @Nullable BoundValue argument;

        final Read[] added;
        final @Nullable BoundValue right;
        final Read[] compared;

        private Part(ConditionBinder binder, CheckedRule rule, int index) {
            Look look = rule.looks().get(index);
            Pattern pattern = rule.rule().patterns().get(index);
            this.index = index;
            this.type = rule.types().get(index);
            this.kind = pattern.kind();
            this.looks = look.reads().stream().mapToInt(read -> read).toArray();
            this.doubts = look.doubtful().stream()
                    .map(test -> doubt(binder, rule, index, test))
                    .toArray(Doubt[]::new);
            this.listed = type.written() != null;
            this.relevant = kind != Pattern.Kind.FACT || doubts.length > 0 || listed;
            this.conditions = kind == Pattern.Kind.FACT ? NO_CONDITIONS : conditions(binder, rule, index, look);
            this.total = pattern.total();
            Expression argument = total == null ? null : total.argument();
            this.argument = argument == null ? null : binder.together(rule, index, argument);
            this.added = argument == null ? NO_READS : reads(rule, index, argument);
            this.right = total == null ? null : binder.together(rule, -1, total.right());
            this.compared = total == null ? NO_READS : reads(rule, -1, total.right());
        }

        private static BoundCondition[] conditions(ConditionBinder binder, CheckedRule rule, int index, Look look) {
            List<BoundCondition> all = new ArrayList<>();
            look.conditions().forEach(test -> all.add(binder.condition(rule, index, test)));
            if (look.newKey() != null) {
                all.add(binder.condition(rule, index, look.newKey()));
            }
            return all.toArray(BoundCondition[]::new);
        }
    }

    private final CheckedRule rule;
    private final Fraction points;
    private final Part[] parts;
    /** Indexes of the patterns whose totals the share, ceiling or district reads. */
    private final int[] totals;
    /** Components that the share, ceiling or district reads. */
    private final Read[] led;

    private OpenRule(CheckedRule rule) {
        ConditionBinder binder = new ConditionBinder();
        this.rule = rule;
        this.points = Fraction.of(rule.rule().points());
        this.parts = new Part[rule.types().size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = new Part(binder, rule, i);
        }
        List<Integer> sums = new ArrayList<>();
        List<Read> others = new ArrayList<>();
        for (Expression leading : rule.rule().leading()) {
            if (leading instanceof Expression.Variable name) {
                Variable variable = rule.variable(name.name());
                if (variable.total()) {
                    sums.add(variable.pattern());
                } else {
                    addReads(rule, -1, name, others);
                }
            }
        }
        this.totals = sums.stream().mapToInt(sum -> sum).toArray();
        this.led = others.toArray(Read[]::new);
    }

    public static OpenRule of(CheckedRule rule) {
        return new OpenRule(rule);
    }

    CheckedRule rule() {
        return rule;
    }

    Fraction points() {
        return points;
    }

    Part[] parts() {
        return parts;
    }

    int[] totals() {
        return totals;
    }

    Read[] led() {
        return led;
    }

    private static Doubt doubt(ConditionBinder binder, CheckedRule rule, int index, Expression test) {
        List<Atom> atoms = new ArrayList<>();
        addAtoms(binder, rule, index, test, atoms);
        return new Doubt(binder.condition(rule, index, test), atoms.toArray(Atom[]::new));
    }

    private static void addAtoms(
            ConditionBinder binder, CheckedRule rule, int index, Expression test, List<Atom> atoms) {
        if (test instanceof And || test instanceof Or || test instanceof Not) {
            test.parts().forEach(part -> addAtoms(binder, rule, index, part, atoms));
        } else {
            atoms.add(new Atom(binder.condition(rule, index, test), reads(rule, index, test)));
        }
    }

    private static Read[] reads(CheckedRule rule, int pattern, Expression expression) {
        List<Read> reads = new ArrayList<>();
        addReads(rule, pattern, expression, reads);
        return reads.toArray(Read[]::new);
    }

    private static void addReads(CheckedRule rule, int pattern, Expression expression, List<Read> into) {
        if (expression instanceof Expression.Property name) {
            FactType type = rule.types().get(pattern);
            FactType.Property property =
                    Objects.requireNonNull(type.properties().get(name.name()));
            into.add(new Read(
                    pattern, type, property.name(), property.reader(), FactPaths.place(type, property.name())));
        } else if (expression instanceof Expression.Variable name) {
            Variable variable = rule.variable(name.name());
            if (!variable.total()) {
                addReads(rule, variable.pattern(), variable.value(), into);
            }
        } else {
            expression.parts().forEach(part -> addReads(rule, pattern, part, into));
        }
    }
}
