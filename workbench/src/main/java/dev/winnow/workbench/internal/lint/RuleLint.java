package dev.winnow.workbench.internal.lint;

import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.PatternText;
import dev.winnow.language.internal.check.Reads;
import dev.winnow.language.internal.pack.Check;
import dev.winnow.language.internal.pack.Check.About;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Expression.Compare;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.syntax.Pattern.Binding;
import dev.winnow.language.internal.syntax.Pattern.Kind;
import dev.winnow.language.internal.syntax.Pattern.Total;
import dev.winnow.language.internal.syntax.RuleFile;
import dev.winnow.language.internal.syntax.TokenPosition;
import dev.winnow.language.internal.syntax.Verb;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.workbench.internal.lint.Atom.Compared;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks a single rule: its texts, and conditions that are always or never true. */
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
        lint.remarks.addAll(UnitLint.of(checked, file, limits));
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

    /** Whether the rule is proved never to fire. */
    boolean never() {
        return never;
    }

    private void remark(Check check, TokenPosition spot, Message what, @Nullable Message advice) {
        remarks.add(
                new Remark(check, About.RULE, rule.id(), new Problem(file.place(spot), what, spot.length(), advice)));
    }

    private void contradictions() {
        List<Claims.Claim> clash = Claims.of(limits, budget, checked).clash();
        never = !clash.isEmpty();
        if (!never) {
            return;
        }
        Claims.Claim last = clash.get(clash.size() - 1);
        List<String> written =
                clash.stream().map(Claims.Claim::written).distinct().toList();
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

    /** Returns a message with the values of the limits in a contradiction. */
    private Message values(List<Claims.Claim> clash) {
        Set<String> ids = new TreeSet<>();
        for (Claims.Claim claim : clash) {
            for (List<Atom> way : claim.ways().ways()) {
                for (Atom atom : way) {
                    if (atom instanceof Compared compared) {
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

    private void deadConditions() {
        Proof proof = new Proof(limits.spans(Reads.limits(checked)), budget);
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
            if (pattern.kind() == Kind.NOT && proof.isImpossible(ways)) {
                remark(
                        Check.DEAD_CONDITION,
                        pattern.spot(),
                        Message.of("`%s` is always true: no fact can meet it", PatternText.of(pattern)),
                        Message.of("remove it, or change its conditions"));
                continue;
            }
            for (int at = 0; at < tests.size(); at++) {
                dead(i, tests, ways, at, proof, terms);
            }
            Total total = pattern.total();
            if (total != null) {
                Alternatives comparison = terms.comparison(i, total);
                if (proof.isImpossible(List.of(Alternatives.of(Atom.not(comparison.single()))))) {
                    always(PatternText.comparison(total), PatternText.extent(total));
                }
            }
        }
    }

    private void dead(int pattern, List<Expression> tests, List<Alternatives> ways, int at, Proof proof, Terms terms) {
        Expression test = tests.get(at);
        if (isOwn(pattern, test)) {
            return;
        }
        if (proof.isImpossible(List.of(terms.of(pattern, test, false)))) {
            always(PatternText.of(test), PatternText.extent(test));
            return;
        }
        for (int other = 0; other < tests.size(); other++) {
            boolean same = ways.get(other).key().equals(ways.get(at).key());
            boolean follows = proof.fails(ways.get(other), ways.get(at));
            boolean mutual = same || proof.fails(ways.get(at), ways.get(other));
            if (other != at && (same || follows) && !(mutual && other > at)) {
                remark(
                        Check.DEAD_CONDITION,
                        PatternText.extent(test),
                        same
                                ? Message.of("duplicate `%s`", PatternText.of(test))
                                : Message.of(
                                        "`%s` has no effect: it is true wherever `%s` is",
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

    /** Whether a condition restricts a milestone to the candidate, which is required and so not redundant. */
    private boolean isOwn(int pattern, Expression test) {
        return checked.types().get(pattern).record() == Milestone.class
                && test instanceof Compare compare
                && compare.left() instanceof Expression.Property property
                && property.name().equals("project");
    }

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
                            Message.of("`%s` is never used", binding.variable()),
                            Message.of("remove it, or use it in the reason"));
                }
            }
        }
    }

    private void idleCap() {
        if (rule.consequence().verb() != Verb.CAP) {
            return;
        }
        Expression named = rule.leading().get(1);
        Term ceiling = new Terms(checked, at -> Terms.row(checked, "row ", at)).of(-1, named);
        List<Map<String, Amount>> spans = limits.spans(Reads.limits(checked));
        boolean idle = ceiling.form() == Term.Form.LIMIT
                && spans.stream().allMatch(span -> {
                    Amount number = ceiling.number(span);
                    return number != null && number.compareTo(Amount.of(100)) >= 0;
                });
        if (idle) {
            remark(
                    Check.IDLE_CAP,
                    named.spot(),
                    Message.of("rule `%s` limits nothing: no criterion is above 100", rule.id()),
                    Message.of(
                            "limit `%s` is %s", ceiling.constant(), limits.latest(String.valueOf(ceiling.constant()))));
        }
    }

    private void source() {
        if (Lint.isPlaceholder(rule.source())) {
            remarks.add(Remark.of(
                    Check.UNCITED,
                    rule,
                    Message.of("the source of rule `%s` is `%s`, which names no source", rule.id(), rule.source()),
                    Message.of("name its source, or who chose it: `%s`", "@source(\"…\")")));
        }
    }
}
