package dev.winnow.workbench.internal.lint;

import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.Reads;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactType.Kind;
import dev.winnow.language.internal.vocabulary.Limit;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.workbench.internal.lint.Atom.Among;
import dev.winnow.workbench.internal.lint.Atom.Compared;
import dev.winnow.workbench.internal.lint.Term.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Necessary conditions of a rule on single values: minimum numbers and required texts. Most pairs of rules differ in
 * these, so that no further proof is needed to know that neither implies the other.
 *
 * @param rule the rule
 * @param rows the types whose rows it needs and some candidates lack
 * @param least the largest number above 0 that a value must reach, by the value's name
 * @param texts the text that a value must equal, by the value's name
 */
record RuleBounds(CheckedRule rule, Set<String> rows, Map<String, Amount> least, Map<String, Set<String>> texts) {

    static RuleBounds of(CheckedRule rule, LimitTable limits) {
        Map<String, Amount> numbers = new HashMap<>();
        Reads.limits(rule).forEach(id -> {
            Figure latest = limits.latest(id);
            if (latest != null) {
                numbers.put(id, latest.low());
            }
        });
        RuleBounds bounds = new RuleBounds(rule, new TreeSet<>(), new TreeMap<>(), new TreeMap<>());
        Terms terms = new Terms(rule, at -> rule.types().get(at).name());
        for (int i = 0; i < rule.types().size(); i++) {
            FactType type = rule.types().get(i);
            Pattern pattern = rule.rule().patterns().get(i);
            if (type.record() == Limit.class) {
                continue;
            }
            if (!Terms.isSingle(type)) {
                bounds.rows.add(type.name());
            }
            if (pattern.kind() == Pattern.Kind.FACT) {
                for (Expression test : Claims.conditions(pattern)) {
                    Alternatives ways = terms.of(i, test, true);
                    if (ways.isSingle()) {
                        bounds.take(ways.single(), numbers);
                    }
                }
            }
        }
        return bounds;
    }

    private void take(Atom atom, Map<String, Amount> numbers) {
        if (atom instanceof Compared compared) {
            take(compared.left(), compared.sign(), compared.right(), numbers);
            take(compared.right(), compared.sign().mirrored(), compared.left(), numbers);
        } else if (atom instanceof Among among && among.in() && among.words().size() == 1) {
            text(among.item(), among.words().iterator().next());
        }
    }

    private void take(Term value, Expression.Comparison sign, Term bound, Map<String, Amount> numbers) {
        if (value.form() != Form.COMPONENT || !bound.isConstant()) {
            return;
        }
        if (value.kind() == Kind.TEXT && sign == Expression.Comparison.SAME && bound.constant() != null) {
            text(value, bound.constant());
        }
        Amount number = bound.number(numbers);
        boolean below = sign == Expression.Comparison.AT_LEAST
                || sign == Expression.Comparison.MORE_THAN
                || sign == Expression.Comparison.SAME;
        if (below && number != null && !number.isZero()) {
            least.merge(value.key(), number, Amount::max);
        }
    }

    private void text(Term value, String text) {
        if (value.form() == Form.COMPONENT && value.words().isEmpty()) {
            texts.computeIfAbsent(value.key(), unused -> new TreeSet<>()).add(text);
        }
    }

    /** Whether another rule may hold wherever this one does. */
    boolean mayImply(RuleBounds other) {
        for (Map.Entry<String, Amount> bound : other.least.entrySet()) {
            Amount own = least.get(bound.getKey());
            if (own == null || own.compareTo(bound.getValue()) < 0) {
                return false;
            }
        }
        for (Map.Entry<String, Set<String>> entry : other.texts.entrySet()) {
            if (!texts.getOrDefault(entry.getKey(), Set.of()).containsAll(entry.getValue())) {
                return false;
            }
        }
        return rows.containsAll(other.rows);
    }

    /** Whether both rules require different texts of a single value, and so never hold together. */
    boolean isApart(RuleBounds other) {
        for (Map.Entry<String, Set<String>> entry : texts.entrySet()) {
            Set<String> others = other.texts.get(entry.getKey());
            if (others != null && isSingle(entry.getKey()) && !others.equals(entry.getValue())) {
                return true;
            }
        }
        return false;
    }

    private boolean isSingle(String value) {
        return rule.types().stream().anyMatch(type -> Terms.isSingle(type) && value.startsWith(type.name() + "."));
    }

    /** Returns a key that is equal for rules that may be duplicates. */
    List<Object> sameness() {
        return List.of(rows, least, texts);
    }
}
