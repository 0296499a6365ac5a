package dev.winnow.drools.internal.compile;

import dev.winnow.engine.internal.evaluate.Comparisons;
import dev.winnow.engine.internal.evaluate.Order;
import dev.winnow.engine.internal.evaluate.PlacedCondition;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.Reads;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.syntax.Pattern.Total;
import dev.winnow.language.internal.vocabulary.AsOf;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.model.domain.DeclaredRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Rewrites a checked rule as DRL for Drools. All output comes from the checked tree: existing names, operators, and
 * texts that the rewriter quotes itself.
 *
 * <p>A rule of plain patterns is written once, in the possible reading; because certain matches are among the possible
 * ones, its {@code then} tests whether a match is also certain. A rule with a {@code not} or an {@code accumulate} is
 * written once per reading, because these depend on all rows at once.
 *
 * <p>Differences between the author's rule and the output, with their reasons:
 *
 * <ul>
 * <li>A comparison becomes a call of {@link Comparisons}, asked whether it is certain or possible. A top-level {@code
 * ==} is kept if it has the same meaning, so that Drools can index it.
 * <li>Under {@code not}, {@code !} and the {@code <} and {@code <=} of an accumulate, the readings swap.
 * <li>The certain reading of a pattern over a city's list skips the unwritten row, which has no city.
 * <li>An accumulate is compared in a separate pattern after it, over the single {@link AsOf}, because Drools swaps the
 * arguments of a comparison inside it (docs/decisions/drools.md).
 * <li>Patterns are written in their {@link Order}; {@code then} passes their facts in the author's order.
 * <li>If combinations of rows multiply, each is reported to the {@link Scorecard}, which can stop the run.
 * <li>The value of a variable is read from the facts at each use. Only components by which a later pattern can be
 * indexed are bound.
 * </ul>
 */
public final class Rewriter {

    private final CheckedRule checked;
    private final PackRule rule;
    private final Order order;
    private final Reading reading;
    private final Set<String> bound = new HashSet<>();
    private final List<String> lines = new ArrayList<>();

    private Rewriter(CheckedRule checked, Reading reading) {
        this.checked = checked;
        this.rule = checked.rule();
        this.order = Order.of(checked);
        this.reading = reading;
    }

    /** The rule in DRL: one rule, or two named by {@link Reading#name}. */
    static String write(CheckedRule checked) {
        if (isPlain(checked)) {
            return new Rewriter(checked, Reading.POSSIBLE).write();
        }
        return new Rewriter(checked, Reading.CERTAIN).write() + new Rewriter(checked, Reading.POSSIBLE).write();
    }

    /** The names of the one or two rules. */
    public static List<String> names(CheckedRule checked) {
        return isPlain(checked)
                ? List.of(checked.id())
                : List.of(Reading.CERTAIN.name(checked.id()), Reading.POSSIBLE.name(checked.id()));
    }

    /** Whether a rule has only plain patterns, so that each match can be tested for certainty by itself. */
    public static boolean isPlain(CheckedRule checked) {
        for (Pattern pattern : checked.rule().patterns()) { // no stream: called for each rule and candidate
            if (pattern.kind() != Pattern.Kind.FACT) {
                return false;
            }
        }
        return true;
    }

    private String write() {
        for (int i : order.patterns()) {
            Pattern pattern = rule.patterns().get(i);
            switch (pattern.kind()) {
                case FACT -> lines.add(ExpressionWriter.fact(checked, i) + " : " + pattern(i, reading, List.of()));
                case NOT -> lines.add("not " + pattern(i, reading.swapped(), List.of()));
                case ACCUMULATE -> accumulate(i, pattern);
            }
        }
        StringBuilder text = new StringBuilder();
        text.append("rule \"")
                .append(isPlain(checked) ? rule.id() : reading.name(rule.id()))
                .append("\"\nwhen\n");
        lines.forEach(line -> text.append("  ").append(line).append('\n'));
        return text.append("then\n  ").append(consequence()).append("\nend\n").toString();
    }

    private String pattern(int index, Reading as, List<String> extra) {
        FactType type = checked.types().get(index);
        List<String> parts = new ArrayList<>();
        if (type.written() != null && as == Reading.CERTAIN) {
            parts.add(type.written() + " != null");
        }
        for (String property : carried(index)) {
            String name = ExpressionWriter.carrier(checked, index, property);
            if (bound.add(name)) {
                parts.add(name + " : " + property);
            }
        }
        for (PlacedCondition placed : order.conditions(index)) {
            ExpressionWriter writer = new ExpressionWriter(checked, placed.pattern(), index, as);
            parts.addAll(writer.constraints(placed.test()));
        }
        parts.addAll(extra);
        int met = order.meets(index);
        if (met >= 0) {
            String counted =
                    "(" + ExpressionWriter.quoted(rule.id()) + ", " + ExpressionWriter.fact(checked, met) + ")";
            parts.add(0, "card.tries" + counted);
            parts.add("card.joins" + counted);
        }
        if (type.record() == DeclaredRow.class) {
            parts.add(0, "type == " + ExpressionWriter.quoted(type.name()));
        }
        return type.record().getSimpleName() + "( " + String.join(", ", parts) + " )";
    }

    /** The components of a pattern's fact by which later patterns are indexed. */
    private Set<String> carried(int index) {
        Set<String> carried = new LinkedHashSet<>();
        for (int later = 0; later < rule.patterns().size(); later++) {
            // The certain reading indexes at least as much as the possible one.
            ExpressionWriter writer = new ExpressionWriter(checked, later, Reading.CERTAIN);
            order.conditions(later).forEach(placed -> carried.addAll(writer.carried(placed.test(), index)));
        }
        return carried;
    }

    private boolean leadsTo(Expression value, String variable) {
        Set<String> names = new HashSet<>();
        Reads.variables(value, name -> names.add(name.name()));
        return names.contains(variable)
                || names.stream()
                        .map(checked::variable)
                        .anyMatch(bound -> bound.value() != value && leadsTo(bound.value(), variable));
    }

    private void accumulate(int index, Pattern pattern) {
        Total total = pattern.total();
        if (total == null) {
            throw new IllegalStateException("an accumulate without a total in " + rule.id());
        }
        Reading inner = total.sign().isUpward() ? reading : reading.swapped();
        boolean shown = passedOn().stream().anyMatch(argument -> leadsTo(argument, total.variable()));
        boolean exact = !checked.variable(total.variable()).type().open();
        for (Reading end : Reading.values()) {
            if (exact ? end == Reading.CERTAIN : shown || end == inner) {
                lines.add(total(index, total, end));
            }
        }
        ExpressionWriter outside = new ExpressionWriter(checked, -1, reading);
        lines.add("AsOf( "
                + ExpressionWriter.compared(
                        total.sign(),
                        ExpressionWriter.end(total.variable(), exact ? Reading.CERTAIN : inner),
                        outside.value(total.right()),
                        reading)
                + " )");
    }

    private String total(int index, Total total, Reading end) {
        String result = ExpressionWriter.end(total.variable(), end);
        String function = end == Reading.CERTAIN ? GeneratedNames.LEAST : GeneratedNames.MOST;
        FactType type = checked.types().get(index);
        String amount = ExpressionWriter.carrier(checked, index, "amount_" + end.id());
        Expression argument = total.argument();
        String summed;
        if (argument != null) {
            summed = "Calculation." + function + "(" + new ExpressionWriter(checked, index, end).value(argument) + ")";
        } else if (type.written() != null && end == Reading.POSSIBLE) {
            summed = "Calculation.weight(" + type.written() + ")";
        } else {
            return "accumulate( " + pattern(index, end, List.of()) + "; " + result + " : " + function + "(1) )";
        }
        String binding = amount + " : (" + summed + ")";
        return "accumulate( " + pattern(index, end, List.of(binding)) + "; " + result + " : " + function + "(" + amount
                + ") )";
    }

    /**
     * The values that {@code then} passes on. The possible reading omits the arguments of the text, because only
     * certain matches are written out and most possible ones are never shown.
     */
    private List<Expression> passedOn() {
        List<Expression> passedOn = new ArrayList<>(rule.leading());
        if (reading == Reading.CERTAIN || isPlain(checked)) {
            passedOn.addAll(rule.arguments());
        }
        return passedOn;
    }

    private String consequence() {
        ExpressionWriter writer = ExpressionWriter.ofFacts(checked, -1, reading);
        List<String> arguments = new ArrayList<>();
        passedOn().forEach(value -> arguments.add(writer.value(value)));
        arguments.add(rule.leading().size(), ExpressionWriter.quoted(rule.text()));
        List<String> matched = new ArrayList<>(List.of(ExpressionWriter.quoted(rule.id()), certainly()));
        for (int i = 0; i < rule.patterns().size(); i++) {
            if (rule.patterns().get(i).kind() == Pattern.Kind.FACT) {
                matched.add(ExpressionWriter.fact(checked, i));
            }
        }
        return "card.matched(" + String.join(", ", matched) + ");\n  card."
                + rule.consequence().word() + "(" + String.join(", ", arguments) + ");";
    }

    /**
     * The Java expression for whether a match is certain: a constant of the reading or, for a plain rule, a condition
     * on the facts.
     */
    private String certainly() {
        if (!isPlain(checked)) {
            return String.valueOf(reading == Reading.CERTAIN);
        }
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < rule.patterns().size(); i++) {
            ExpressionWriter writer = ExpressionWriter.ofFacts(checked, i, Reading.CERTAIN);
            if (checked.types().get(i).written() != null) {
                conditions.add(ExpressionWriter.fact(checked, i) + "."
                        + checked.types().get(i).written() + "() != null");
            }
            rule.patterns().get(i).conditions().stream()
                    .filter(writer::mayBeUnknown)
                    .map(writer::condition)
                    .forEach(conditions::add);
        }
        return conditions.isEmpty() ? "true" : String.join(" && ", conditions);
    }
}
