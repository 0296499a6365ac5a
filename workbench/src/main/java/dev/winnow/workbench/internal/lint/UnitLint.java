package dev.winnow.workbench.internal.lint;

import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.CheckedRule.Variable;
import dev.winnow.language.internal.check.PatternText;
import dev.winnow.language.internal.pack.Check;
import dev.winnow.language.internal.pack.Check.About;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Expression.Compare;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.syntax.Pattern.Total;
import dev.winnow.language.internal.syntax.RuleFile;
import dev.winnow.language.internal.syntax.TokenPosition;
import dev.winnow.language.internal.syntax.Verb;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactType.Value;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that compared values have the same unit: a share is between 0 and 1, a number need not be. */
final class UnitLint {

    private final CheckedRule checked;
    private final PackRule rule;
    private final RuleFile file;
    private final LimitTable limits;
    private final List<Remark> remarks = new ArrayList<>();

    private UnitLint(CheckedRule checked, RuleFile file, LimitTable limits) {
        this.checked = checked;
        this.rule = checked.rule();
        this.file = file;
        this.limits = limits;
    }

    static List<Remark> of(CheckedRule checked, RuleFile file, LimitTable limits) {
        UnitLint lint = new UnitLint(checked, file, limits);
        lint.check();
        return lint.remarks;
    }

    private void remark(Problem problem) {
        remarks.add(new Remark(Check.MIXED_UNITS, About.RULE, rule.id(), problem));
    }

    private Problem problem(TokenPosition spot, Message what, @Nullable Message advice) {
        return new Problem(file.place(spot), what, spot.length(), advice);
    }

    private void check() {
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
        Expression ceiling =
                rule.consequence().verb() == Verb.CAP ? rule.leading().get(1) : null;
        if (ceiling != null && Unit.SHARE.equals(unit(-1, ceiling))) {
            remark(problem(
                    ceiling.spot(),
                    Message.of(
                            "the ceiling `%s` is a share, but criteria are scored from 0 to 100",
                            PatternText.of(ceiling)),
                    limitAdvice(ceiling)));
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
        if (left == null || right == null) {
            return;
        }
        boolean mixed = (left.isShare() && right.isPlain()) || (left.isPlain() && right.isShare());
        if (!mixed) {
            return;
        }
        Message leftUnit = left.words();
        Message rightUnit = right.words();
        Expression limit = limitAdvice(other) != null ? other : one;
        String id = limitId(limit);
        if (id == null) {
            remark(problem(
                    PatternText.extent(limit),
                    Message.of("`%s` cannot compare %s with %s", written, leftUnit, rightUnit),
                    null));
        } else {
            remark(limits.problemOfValue(
                    id,
                    Message.of("`%s` in rule `%s` compares %s with %s", written, rule.id(), leftUnit, rightUnit),
                    limitAdvice(limit)));
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
        return Message.of("limit `%s` is %s; did you mean `%s`?", id, latest, meant);
    }

    /** Returns the id of the limit that is the value of an expression; null if there is none. */
    private @Nullable String limitId(Expression value) {
        if (!(value instanceof Expression.Variable name)) {
            return null;
        }
        Expression.Text limit =
                rule.patterns().get(checked.variable(name.name()).pattern()).limit();
        return limit == null ? null : limit.value();
    }

    /** Returns the unit of a plain value; null for a computed value, and for the numbers 0 and 1. */
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
}
