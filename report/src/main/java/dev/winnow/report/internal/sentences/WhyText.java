package dev.winnow.report.internal.sentences;

import dev.winnow.analysis.internal.reversal.Reversal;
import dev.winnow.analysis.internal.reversal.Reversal.Step;
import dev.winnow.engine.explain.Obstacle;
import dev.winnow.engine.explain.Obstacle.Gap;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/** Describes why rules do not hold, and the changes that would reverse a verdict. */
public final class WhyText {

    private static final int CHANGE_DECIMALS = 3;

    private final Wording wording;
    private final FactWords facts;

    /** @param facts returns facts such as {@code project.fundingNeed} and their values in words */
    public WhyText(Wording wording, FactWords facts) {
        this.wording = wording;
        this.facts = facts;
    }

    /** Returns why a rule does not hold: the value found, the value needed, and the gap. */
    public String reason(Obstacle obstacle) {
        Gap gap = obstacle.gap();
        String type = type(obstacle);
        return switch (obstacle.kind()) {
            case PRESENT ->
                obstacle.row() == null
                        ? wording.say("why.present.any")
                        : wording.say("why.present", named(obstacle.row(), obstacle));
            case ABSENT ->
                obstacle.rows() == 0 || obstacle.row() == null
                        ? wording.say("why.absent.none", type)
                        : wording.say(
                                        "why.absent.row",
                                        type,
                                        obstacle.rows(),
                                        facts.row(obstacle.type(), obstacle.row()))
                                + seen(obstacle);
            case FAILS, COUNT -> gap == null ? values(obstacle) : of(obstacle, gap);
        };
    }

    /** Returns the relevant value of the nearest fact; empty if it adds nothing. */
    private String seen(Obstacle obstacle) {
        return obstacle.values().isEmpty() ? "" : colon() + values(obstacle);
    }

    private String of(Obstacle obstacle, Gap gap) {
        String row = obstacle.row();
        String text = gap(gap);
        return row == null ? text : named(row, obstacle) + colon() + text;
    }

    private String named(String row, Obstacle obstacle) {
        return wording.say("why.row", type(obstacle), facts.row(obstacle.type(), row));
    }

    /** Returns the constraint as written in the rule, and its place. */
    public String constraint(Obstacle obstacle) {
        return wording.say(
                "why.place",
                obstacle.constraint(),
                obstacle.place().file() + ":" + obstacle.place().line());
    }

    private String type(Obstacle obstacle) {
        return facts.type(obstacle.type());
    }

    private String gap(Gap gap) {
        String compared = wording.say("why.gap", write(gap.found()), sign(gap.sign()), write(gap.needed()));
        if (gap.distance().low().isZero()) {
            return compared;
        }
        String distance = write(gap.distance());
        return switch (gap.sign()) {
            case ">=", ">" -> wording.say("why.gap.short", compared, distance);
            case "<=", "<" -> wording.say("why.gap.over", compared, distance);
            default -> compared;
        };
    }

    private static String sign(String sign) {
        return switch (sign) {
            case ">=" -> "≥";
            case "<=" -> "≤";
            case "==" -> "=";
            case "!=" -> "≠";
            default -> sign;
        };
    }

    private String values(Obstacle obstacle) {
        return obstacle.values().stream()
                .map(value -> wording.say(
                        "why.value",
                        value.limit() == null
                                ? facts.property(obstacle.type(), value.name())
                                : facts.words("limits." + value.limit() + ".value"),
                        facts.value(obstacle.type(), value.name(), value.value())))
                .collect(Collectors.joining(wording.sentence("; ")));
    }

    /**
     * Returns the change that would bring another verdict: {@code the project’s funding need from 80 % to 90 %, a
     * change of +12.5 %}.
     */
    public String change(Reversal reversal) {
        String first = step(reversal.steps().get(0));
        return reversal.steps().size() == 1
                ? first
                : wording.say("why.change.and", first, step(reversal.steps().get(1)));
    }

    private String step(Step step) {
        String figure = facts.words(step.figure().figure());
        Figure now = step.now();
        if (now == null) {
            return wording.say("why.change.unknown", figure, write(step.then()));
        }
        String moved = wording.say("why.change.known", figure, write(now), write(step.then()));
        BigDecimal change = step.change();
        if (change == null) {
            return moved;
        }
        String sign = step.then().value().compareTo(now.value()) < 0 ? "−" : "+";
        Amount rounded = Amount.of(change.setScale(CHANGE_DECIMALS, RoundingMode.HALF_UP));
        return rounded.isZero()
                ? moved
                : wording.say("why.change.size", moved, sign + Unit.SHARE.write(rounded, wording.language()));
    }

    /** Returns who could bring a change about, in the language of the pack. */
    public List<String> who(Reversal reversal) {
        return reversal.steps().stream()
                .map(step -> wording.say("why.change.who", step.figure().why()))
                .toList();
    }

    private String write(Figure figure) {
        return figure.write(wording.language());
    }

    private String colon() {
        return wording.sentence(": ");
    }
}
