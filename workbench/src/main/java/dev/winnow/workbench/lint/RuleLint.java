package dev.winnow.workbench.lint;

import dev.winnow.language.check.CheckedRule;
import dev.winnow.language.check.CheckedRule.Variable;
import dev.winnow.language.check.PatternText;
import dev.winnow.language.check.Reads;
import dev.winnow.language.pack.Check;
import dev.winnow.language.pack.Check.About;
import dev.winnow.language.pack.LimitTable;
import dev.winnow.language.syntax.Consequence;
import dev.winnow.language.syntax.Expression;
import dev.winnow.language.syntax.Expression.Compare;
import dev.winnow.language.syntax.PackRule;
import dev.winnow.language.syntax.Pattern;
import dev.winnow.language.syntax.Pattern.Binding;
import dev.winnow.language.syntax.Pattern.Kind;
import dev.winnow.language.syntax.Pattern.Total;
import dev.winnow.language.syntax.RuleFile;
import dev.winnow.language.syntax.TokenPosition;
import dev.winnow.language.vocabulary.FactType;
import dev.winnow.language.vocabulary.FactType.Value;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import dev.winnow.workbench.lint.Atom.Compared;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks a single rule. */
final class RuleLint {

    private final CheckedRule checked;
    private final PackRule rule;
    private final RuleFile file;
    private final LimitTable limits;
    private final LintBudget budget;
    private final List<Remark> remarks = new ArrayList<>();
    private boolean never;

    private RuleLint(CheckedRule checked, RuleFile file, LimitTable limits, LintBudget budget) {
        this.budget = budget;
        this.checked = checked;
        this.rule = checked.rule();
        this.file = file;
        this.limits = limits;
    }

    static RuleLint of(CheckedRule checked, RuleFile file, LimitTable limits, LintBudget budget) {
        RuleLint lint = new RuleLint(checked, file, limits, budget);
        lint.units();
        if (lint.remarks.isEmpty()) {
            lint.contradictions();
        }
        if (lint.remarks.isEmpty()) {
            lint.deadConditions();
        }
        lint.bindings();
        lint.idleCap();
        lint.source();
        return lint;
    }

    List<Remark> remarks() {
        return remarks;
    }

    /** Whether it is proved that the rule never fires. */
    boolean never() {
        return never;
    }

    private void remark(Check check, TokenPosition spot, Message what, @Nullable Message advice) {
        remarks.add(new Remark(
                check,
                About.RULE,
                rule.id(),
                new dev.winnow.model.source.Problem(file.place(spot), what, spot.length(), advice)));
    }

    /** The position of the rule's quoted id. */
    private TokenPosition id() {
        return new TokenPosition(
                rule.place().line(), rule.place().column(), rule.id().length() + 2);
    }

    // --- what can never be, and what is always so ---

    private void contradictions() {
        List<Claim> clash = Claims.of(limits, budget, checked).clash();
        never = !clash.isEmpty();
        if (!never) {
            return;
        }
        Claim last = clash.get(clash.size() - 1);
        List<String> written = clash.stream().map(Claim::written).distinct().toList();
        Message all = Message.all(written);
        Message why = switch (written.size()) {
            case 1 -> Message.of("%s is never true", all);
            case 2 -> Message.of("%s are never both true", all);
            default -> Message.of("%s are never all true", all);
        };
        remark(
                Check.NEVER_FIRES,
                last.spot(),
                Message.of("rule `%s` can never fire: %s", rule.id(), why),
                values(clash));
    }

    /** The values of the limits in a contradiction, or the words of a closed list. */
    private @Nullable Message values(List<Claim> clash) {
        Set<String> ids = new TreeSet<>();
        for (Claim claim : clash) {
            for (List<Atom> way : claim.ways().ways()) {
                for (Atom atom : way) {
                    if (atom instanceof Compared compared) {
                        Message word = word(compared);
                        if (word != null && clash.size() == 1) {
                            return word;
                        }
                        limit(compared.left(), ids);
                        limit(compared.right(), ids);
                    }
                }
            }
        }
        List<Message> values = new ArrayList<>();
        ids.forEach(id -> {
            Figure latest = limits.latest(id);
            values.add(Message.of("limit `%s` is %s", id, latest));
        });
        return values.isEmpty() ? Message.of("change one of them, or remove the rule") : Message.and(values);
    }

    private static void limit(Term term, Set<String> ids) {
        if (term.form() == Term.Form.LIMIT && term.constant() != null) {
            ids.add(term.constant());
        }
    }

    private static @Nullable Message word(Compared compared) {
        String said = compared.right().constant();
        List<String> words = compared.left().words();
        if (said == null || words.isEmpty() || words.contains(said)) {
            return null;
        }
        Message nearest = Nearest.advice(said, words);
        return nearest != null ? nearest : Message.of("there are %s", Message.names(words));
    }

    private void deadConditions() {
        List<Map<String, Amount>> spans = limits.spans(Reads.limits(checked));
        Terms terms = new Terms(checked, at -> Terms.row(checked, "row ", at));
        for (int i = 0; i < checked.types().size(); i++) {
            Pattern pattern = rule.patterns().get(i);
            if (pattern.type().equals("Limit")) {
                continue;
            }
            int index = i;
            List<Expression> tests = Claims.conditions(pattern);
            List<Alternatives> ways =
                    tests.stream().map(test -> terms.of(index, test, true)).toList();
            if (pattern.kind() == Kind.NOT && Proof.impossible(ways, spans, budget)) {
                remark(
                        Check.DEAD_CONDITION,
                        pattern.spot(),
                        Message.of("`%s` is always true: no fact can be so", PatternText.of(pattern)),
                        Message.of("remove it, or change its conditions"));
                continue;
            }
            for (int at = 0; at < tests.size(); at++) {
                dead(i, tests, ways, at, spans, terms);
            }
            Total total = pattern.total();
            if (total != null) {
                Alternatives comparison = terms.comparison(i, total);
                if (Proof.impossible(List.of(Alternatives.of(Atom.not(comparison.single()))), spans, budget)) {
                    always(PatternText.comparison(total), PatternText.extent(total));
                }
            }
        }
    }

    private void dead(
            int pattern,
            List<Expression> tests,
            List<Alternatives> ways,
            int at,
            List<Map<String, Amount>> spans,
            Terms terms) {
        Expression test = tests.get(at);
        if (isOwn(pattern, test)) {
            return;
        }
        if (Proof.impossible(List.of(terms.of(pattern, test, false)), spans, budget)) {
            always(PatternText.of(test), PatternText.extent(test));
            return;
        }
        Entailment entailment = new Entailment(spans, budget);
        for (int other = 0; other < tests.size(); other++) {
            boolean same = ways.get(other).key().equals(ways.get(at).key());
            boolean follows = entailment.fails(ways.get(other), ways.get(at));
            boolean mutual = same || entailment.fails(ways.get(at), ways.get(other));
            if (other != at && (same || follows) && !(mutual && other > at)) {
                remark(
                        Check.DEAD_CONDITION,
                        PatternText.extent(test),
                        same
                                ? Message.of("`%s` is said twice", PatternText.of(test))
                                : Message.of(
                                        "`%s` decides nothing: it is true wherever `%s` is",
                                        PatternText.of(test), PatternText.of(tests.get(other))),
                        Message.of("remove it"));
                return;
            }
        }
    }

    private void always(String written, TokenPosition spot) {
        remark(
                Check.DEAD_CONDITION,
                spot,
                Message.of("`%s` is always true", written),
                Message.of("remove it, or change it"));
    }

    /** Whether a condition ties a milestone to the candidate, which is required and no redundant condition. */
    private boolean isOwn(int pattern, Expression test) {
        return checked.types().get(pattern).record() == Milestone.class
                && test instanceof Compare compare
                && compare.left() instanceof Expression.Property property
                && property.name().equals("project");
    }

    // --- units ---

    private void units() {
        for (int i = 0; i < checked.types().size(); i++) {
            int index = i;
            Pattern pattern = rule.patterns().get(i);
            pattern.conditions().forEach(test -> units(index, test));
            Total total = pattern.total();
            if (total != null) {
                Unit left = checked.variable(total.variable()).type().unit();
                units(left, unit(i, total.right()), total.right(), total.right(), PatternText.comparison(total));
            }
        }
        if (rule.consequence() instanceof Consequence.Cap cap && Unit.SHARE.equals(unit(-1, cap.ceiling()))) {
            Expression ceiling = cap.ceiling();
            remark(
                    Check.MIXED_UNITS,
                    ceiling.spot(),
                    Message.of(
                            "the ceiling `%s` is a share, and criteria are scored from 0 to 100",
                            PatternText.of(ceiling)),
                    limitAdvice(ceiling));
        }
    }

    private void units(int pattern, Expression test) {
        if (test instanceof Compare compare) {
            units(
                    unit(pattern, compare.left()),
                    unit(pattern, compare.right()),
                    compare.left(),
                    compare.right(),
                    PatternText.of(test));
        }
        test.parts().forEach(part -> units(pattern, part));
    }

    private void units(@Nullable Unit left, @Nullable Unit right, Expression one, Expression other, String written) {
        boolean mixed = (Unit.SHARE.equals(left) && Unit.NUMBER.equals(right))
                || (Unit.NUMBER.equals(left) && Unit.SHARE.equals(right));
        if (!mixed) {
            return;
        }
        Message leftUnit = Objects.requireNonNull(left).words();
        Message rightUnit = Objects.requireNonNull(right).words();
        Expression limit = limitAdvice(other) != null ? other : one;
        String id = limitId(limit);
        if (id == null) {
            remark(
                    Check.MIXED_UNITS,
                    PatternText.extent(limit),
                    Message.of("`%s` compares %s with %s", written, leftUnit, rightUnit),
                    null);
        } else {
            remarks.add(new Remark(
                    Check.MIXED_UNITS,
                    About.RULE,
                    rule.id(),
                    limits.problemOfValue(
                            id,
                            Message.of(
                                    "`%s` in rule `%s` compares %s with %s", written, rule.id(), leftUnit, rightUnit),
                            limitAdvice(limit))));
        }
    }

    private @Nullable Message limitAdvice(Expression value) {
        String id = limitId(value);
        Figure latest = id == null ? null : limits.latest(id);
        if (latest == null) {
            return null;
        }
        String meant = latest.unit().isShare()
                ? Unit.NUMBER.write(latest.low().times(Amount.of(100)))
                : Unit.NUMBER.write(latest.low()) + " %";
        return Message.of("limit `%s` is %s; maybe `%s`?", id, latest, meant);
    }

    /** The id of the limit that a value is; null if it is none. */
    private @Nullable String limitId(Expression value) {
        if (!(value instanceof Expression.Variable name)) {
            return null;
        }
        Variable bound = checked.variable(name.name());
        return bound.total() ? null : Terms.limit(rule.patterns().get(bound.pattern()));
    }

    /** The unit of a plain value; null for a computed one, and for the numbers 0 and 1. */
    private @Nullable Unit unit(int pattern, Expression value) {
        if (value instanceof Expression.Property property) {
            FactType.Property known = checked.types().get(pattern).properties().get(property.name());
            return known == null ? null : known.value().unit();
        }
        if (value instanceof Expression.Variable name) {
            Variable bound = checked.variable(name.name());
            Value type = bound.type();
            boolean plain = bound.total() || bound.value() instanceof Expression.Property;
            return plain ? type.unit() : null;
        }
        return value instanceof Expression.Size ? Unit.NUMBER : null;
    }

    // --- the rest ---

    private void bindings() {
        Set<String> read = new TreeSet<>();
        for (Pattern pattern : rule.patterns()) {
            Reads.expressions(pattern, part -> Reads.variables(part, variable -> read.add(variable.name())));
        }
        rule.leading().forEach(part -> Reads.variables(part, variable -> read.add(variable.name())));
        rule.arguments().forEach(variable -> read.add(variable.name()));
        for (Pattern pattern : rule.patterns()) {
            for (Binding binding : pattern.bindings()) {
                if (!read.contains(binding.variable())) {
                    remark(
                            Check.UNUSED_BINDING,
                            binding.spot(),
                            Message.of("`%s` is read nowhere", binding.variable()),
                            Message.of("remove it, or say it in the reason"));
                }
            }
        }
    }

    private void idleCap() {
        if (!(rule.consequence() instanceof Consequence.Cap cap)) {
            return;
        }
        Term ceiling = new Terms(checked, at -> Terms.row(checked, "row ", at)).of(-1, cap.ceiling());
        List<Map<String, Amount>> spans = limits.spans(Reads.limits(checked));
        boolean idle = ceiling.form() == Term.Form.LIMIT
                && spans.stream().allMatch(span -> {
                    Amount number = ceiling.number(span);
                    return number != null && number.compareTo(Amount.of(100)) >= 0;
                });
        if (idle) {
            Expression named = cap.ceiling();
            remark(
                    Check.IDLE_CAP,
                    named.spot(),
                    Message.of("rule `%s` limits nothing: no criterion is above 100", rule.id()),
                    Message.of(
                            "limit `%s` is %s", ceiling.constant(), limits.latest(String.valueOf(ceiling.constant()))));
        }
    }

    private void source() {
        if (MeaningfulText.lacks(rule.source())) {
            remark(
                    Check.UNCITED,
                    id(),
                    Message.of("the source of rule `%s` is `%s`, which names none", rule.id(), rule.source()),
                    Message.of("say where it comes from, or who chose it: `%s`", "@source(\"…\")"));
        }
    }
}
