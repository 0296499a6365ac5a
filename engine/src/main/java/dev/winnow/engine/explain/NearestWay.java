package dev.winnow.engine.explain;

import dev.winnow.engine.explain.CaseStep.Constraint;
import dev.winnow.engine.explain.CaseStep.Value;
import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.Evaluator;
import dev.winnow.engine.internal.evaluate.Interval;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.engine.internal.walk.Walker;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.PatternText;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.syntax.Pattern.Total;
import dev.winnow.language.internal.syntax.TokenPosition;
import dev.winnow.language.internal.vocabulary.AsOf;
import dev.winnow.language.internal.vocabulary.FactNames;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.Limit;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Project;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The match of a rule that gets furthest for a candidate, step by step: complete if the rule holds, otherwise up to the
 * failing step. Among equally long matches, prefers the one with most conditions met, then the smallest gap, then the
 * first.
 */
public final class NearestWay implements Walker.Watch {

    /** The rows of a pattern examined after one partial match. */
    private static final class Rows {
        private int number;
    }

    private record Step(
            int pattern,
            RowInspection look,
            List<Value> values,
            @Nullable Message note,
            Rows rows) {}

    private final CheckedRule checked;
    private final Operands operands;
    private final Shortfall shortfall;
    private final List<Step> way = new ArrayList<>();
    private final List<Rows> rows = new ArrayList<>();
    private final List<RowInspection> counted = new ArrayList<>();
    private List<Constraint> constraints = new ArrayList<>();
    private List<Step> best = List.of();

    private NearestWay(CheckedRule checked) {
        this.checked = checked;
        this.operands = new Operands(checked);
        this.shortfall = new Shortfall(checked, operands);
    }

    public static List<CaseStep> of(CheckedRule rule, EvaluationContext context, Project candidate) {
        NearestWay nearest = new NearestWay(rule);
        Walker.walk(rule, context, candidate, nearest);
        return nearest.steps();
    }

    @Override
    public void condition(int pattern, Expression test, Evaluator evaluator, Truth truth) {
        boolean fails = truth == Truth.NO;
        Expression part = fails ? Shortfall.failing(test, evaluator) : test;
        constraints.add(new Constraint(
                PatternText.of(test),
                truth,
                operands.of(test, evaluator),
                place(PatternText.spot(part)),
                fails ? shortfall.of(part, evaluator) : null));
    }

    @Override
    public void row(int index, Object row, Evaluator evaluator, Truth truth) {
        RowInspection look = look(index, row, truth);
        Pattern pattern = checked.rule().patterns().get(index);
        if (pattern.kind() != Pattern.Kind.FACT) {
            counted.add(look);
            return;
        }
        List<Value> values = new ArrayList<>();
        if (truth != Truth.NO || isLimit(index)) {
            pattern.bindings().stream()
                    .flatMap(binding -> operands.of(binding.value(), evaluator).stream())
                    .filter(value -> look.constraints().stream()
                            .flatMap(one -> one.values().stream())
                            .noneMatch(value::equals))
                    .distinct()
                    .forEach(values::add);
        }
        reach(index, look, values, null, !look.unwritten());
    }

    private RowInspection look(int index, Object row, Truth truth) {
        FactType type = checked.types().get(index);
        boolean unwritten = Vocabulary.isUnwritten(row);
        boolean single = row instanceof Project || type.record() == AsOf.class || isLimit(index);
        boolean alone = single || type.record() == City.class;
        String name = alone ? null : unwritten ? null : FactNames.ref(type, row).id();
        RowInspection look = new RowInspection(name, unwritten, truth, constraints);
        constraints = new ArrayList<>();
        return look;
    }

    @Override
    public void absence(int index, Truth truth) {
        RowInspection nearest = RowInspection.nearest(counted);
        Message note = truth == Truth.YES
                ? Message.of("no match")
                : truth == Truth.NO ? Message.of("a match exists") : Message.of("a match may exist");
        RowInspection look = truth == Truth.YES || nearest == null
                ? new RowInspection(null, false, truth, List.of())
                : new RowInspection(nearest.row(), nearest.unwritten(), truth, nearest.constraints());
        counted.clear();
        reach(index, look, List.of(), note, false);
    }

    @Override
    public void total(int index, Total total, Interval ends, Evaluator outside, Truth truth) {
        Object right = outside.value(total.right());
        List<Value> values = new ArrayList<>();
        values.add(new Value(
                total.variable(),
                Operands.words(
                        ends,
                        Objects.requireNonNull(
                                checked.variable(total.variable()).type().unit())),
                null));
        if (total.right() instanceof Expression.Variable name) {
            values.add(new Value(name.name(), Operands.words(right), operands.limit(name)));
        }
        List<Constraint> shown = new ArrayList<>();
        RowInspection nearest = RowInspection.nearest(counted);
        String row = null;
        if (nearest != null && nearest.truth() == Truth.NO) {
            row = nearest.row(); // no row counts, so show the nearest
            shown.addAll(nearest.constraints());
        }
        shown.add(new Constraint(
                PatternText.comparison(total),
                truth,
                values,
                place(total.compared()),
                truth == Truth.NO ? shortfall.of(total, ends, right) : null));
        Message note = RowInspection.counted(counted);
        counted.clear();
        reach(index, new RowInspection(row, false, truth, shown), List.of(), note, false);
    }

    private boolean isLimit(int index) {
        return checked.types().get(index).record() == Limit.class;
    }

    private void reach(int index, RowInspection look, List<Value> values, @Nullable Message note, boolean written) {
        while (way.size() > index) {
            way.remove(way.size() - 1);
        }
        while (rows.size() > index + 1) {
            rows.remove(rows.size() - 1);
        }
        if (rows.size() == index) {
            rows.add(new Rows());
        }
        Rows here = rows.get(index);
        here.number += written ? 1 : 0;
        way.add(new Step(index, look, values, note, here));
        if (isNearer()) {
            best = List.copyOf(way);
        }
    }

    private boolean isNearer() {
        int order = Integer.compare(metSteps(way), metSteps(best));
        if (order == 0) {
            order = Integer.compare(way.size(), best.size());
        }
        if (order == 0) {
            RowInspection here = way.get(way.size() - 1).look();
            RowInspection there = best.get(best.size() - 1).look();
            order = Integer.compare(here.passed(), there.passed());
        }
        if (order == 0) {
            order = Integer.compare(certain(way), certain(best));
        }
        return order > 0
                || (order == 0
                        && way.get(way.size() - 1)
                                        .look()
                                        .misses(best.get(best.size() - 1).look())
                                < 0);
    }

    /** The number of patterns that are met, certainly or possibly. */
    private static int metSteps(List<Step> steps) {
        return (int)
                steps.stream().filter(step -> step.look().truth() != Truth.NO).count();
    }

    private static int certain(List<Step> steps) {
        return steps.stream()
                .mapToInt(step -> step.look().certain() + (step.look().truth() == Truth.YES ? 1 : 0))
                .sum();
    }

    private List<CaseStep> steps() {
        List<CaseStep> steps = new ArrayList<>();
        for (Step step : best) {
            steps.add(step(step));
        }
        int next = best.size();
        boolean stopped = !best.isEmpty() && best.get(next - 1).look().truth() == Truth.NO;
        if (!stopped && next < checked.types().size()) {
            steps.add(step(new Step(
                    next,
                    new RowInspection(null, false, Truth.NO, List.of()),
                    List.of(),
                    Message.of("no match"),
                    new Rows())));
        }
        return List.copyOf(steps);
    }

    private Place place(TokenPosition spot) {
        return new Place(checked.rule().place().file(), spot.line(), spot.column(), null);
    }

    private CaseStep step(Step step) {
        Pattern pattern = checked.rule().patterns().get(step.pattern());
        Place place = place(pattern.spot());
        RowInspection look = step.look();
        if (isLimit(step.pattern())) {
            String id = operands.limit(step.pattern());
            boolean inForce = look.truth() == Truth.YES;
            return new CaseStep(
                    place,
                    PatternText.of(pattern),
                    look.truth(),
                    null,
                    0,
                    inForce ? null : Message.of("limit %s is not in force on that day", id),
                    inForce ? step.values() : List.of(),
                    List.of());
        }
        Message unwritten = look.unwritten()
                ? Message.of(
                        "possibly an unwritten row, because %s is incomplete",
                        "city." + checked.types().get(step.pattern()).list())
                : null;
        Message note = step.note() == null
                ? unwritten
                : unwritten == null ? step.note() : Message.of("%s, %s", step.note(), unwritten);
        int others =
                Math.max(0, step.rows().number - (look.row() == null || pattern.kind() != Pattern.Kind.FACT ? 0 : 1));
        return new CaseStep(
                place,
                PatternText.of(pattern),
                look.truth(),
                look.row(),
                look.row() == null && !look.unwritten() ? 0 : others,
                note,
                step.values(),
                look.constraints());
    }
}
