package dev.winnow.engine.internal.evaluate;

import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.CheckedRule.Variable;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Expression.And;
import dev.winnow.language.internal.syntax.Expression.Arithmetic;
import dev.winnow.language.internal.syntax.Expression.Compare;
import dev.winnow.language.internal.syntax.Expression.Flag;
import dev.winnow.language.internal.syntax.Expression.Member;
import dev.winnow.language.internal.syntax.Expression.NewKey;
import dev.winnow.language.internal.syntax.Expression.Not;
import dev.winnow.language.internal.syntax.Expression.OneOf;
import dev.winnow.language.internal.syntax.Expression.Or;
import dev.winnow.language.internal.syntax.Expression.Pin;
import dev.winnow.language.internal.syntax.Expression.Property;
import dev.winnow.language.internal.syntax.Expression.Size;
import dev.winnow.language.internal.syntax.Expression.Text;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.model.domain.Project;
import dev.winnow.model.value.Figure;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluates the expressions of one pattern of a rule, given a fact and the facts matched before it. */
public final class Evaluator {

    private final CheckedRule checked;
    private final WrittenKeys keys;
    private final @Nullable Object[] facts;
    private final int pattern;
    private final Object fact;

    /**
     * @param keys the keys already taken, which unwritten rows cannot have
     * @param facts the fact of each earlier pattern, by index; null where there is none
     * @param pattern the index of the pattern; -1 for expressions outside patterns
     * @param fact a fact of the pattern's type
     */
    Evaluator(CheckedRule checked, WrittenKeys keys, @Nullable Object[] facts, int pattern, Object fact) {
        this.checked = checked;
        this.keys = keys;
        this.facts = facts;
        this.pattern = pattern;
        this.fact = fact;
    }

    /** An evaluator of the same expressions for another candidate. */
    public Evaluator of(Project other) {
        @Nullable Object[] exchanged = facts.clone();
        for (int i = 0; i < exchanged.length; i++) {
            if (exchanged[i] instanceof Project) {
                exchanged[i] = other;
            }
        }
        return new Evaluator(checked, keys, exchanged, pattern, fact instanceof Project ? other : fact);
    }

    /** Truth of a condition. */
    public Truth truth(Expression test) {
        if (test instanceof And and) {
            Truth all = Truth.YES;
            for (Expression part : and.parts()) {
                all = all.and(truth(part));
            }
            return all;
        }
        if (test instanceof Or or) {
            Truth any = Truth.NO;
            for (Expression part : or.parts()) {
                any = any.or(truth(part));
            }
            return any;
        }
        return test instanceof Not not ? truth(not.inner()).not() : atom(test);
    }

    private Truth atom(Expression test) {
        if (test instanceof Compare compare) {
            return Comparisons.compare(compare.sign(), operand(compare.left()), operand(compare.right()));
        }
        if (test instanceof Member member) {
            Object item = operand(member.item());
            Collection<?> list = (Collection<?>) value(member.list());
            Truth in = Comparisons.memberOf(item, list);
            return member.negated() ? in.not() : in;
        }
        if (test instanceof OneOf oneOf) {
            Truth in = Comparisons.oneOf(
                    operand(oneOf.item()),
                    oneOf.options().stream().map(Text::value).toList());
            return oneOf.negated() ? in.not() : in;
        }
        if (test instanceof NewKey key) {
            return newKey(key);
        }
        throw new IllegalStateException("not a condition: " + test);
    }

    /** Whether an unwritten row can have one of the keys that remain for it; YES for every other row. */
    private Truth newKey(NewKey key) {
        if (!Vocabulary.isUnwritten(fact)) {
            return Truth.YES;
        }
        List<@Nullable Object> left = new ArrayList<>();
        for (Pin pin : key.pins()) {
            left.add(pin.list() ? value(pin.values().get(0)) : texts(pin.values()));
        }
        return Truth.of(false, keys.mayBeNew(checked.types().get(pattern).name(), left));
    }

    /** The texts of expressions; null if one is unknown. */
    private @Nullable List<Object> texts(List<? extends Expression> values) {
        List<Object> texts = new ArrayList<>();
        for (Expression value : values) {
            Object text = value(value);
            if (text == null) {
                return null;
            }
            texts.add(text);
        }
        return texts;
    }

    /** The operand of a condition; for the key of an unwritten row, the set of keys that remain for it. */
    private @Nullable Object operand(Expression value) {
        if (value instanceof Property property) {
            FactType type = checked.types().get(pattern);
            Object known = value(value);
            return known == null && property.name().equals(type.onlyKey())
                    ? keys.key(type.name(), Vocabulary.isUnwritten(fact), null)
                    : known;
        }
        if (value instanceof Expression.Variable variable) {
            Variable bound = checked.variable(variable.name());
            return bound.total() ? null : at(bound.pattern()).operand(bound.value());
        }
        return value(value);
    }

    /**
     * The value of an expression; null if it is unknown, or if it is the result of an accumulate, which no condition
     * reads.
     */
    public @Nullable Object value(Expression value) {
        if (value instanceof Property property) {
            FactType.Property known = checked.types().get(pattern).properties().get(property.name());
            return known == null ? null : known.evaluated().of(fact);
        }
        if (value instanceof Expression.Variable variable) {
            Variable bound = checked.variable(variable.name());
            return bound.total() ? null : at(bound.pattern()).value(bound.value());
        }
        if (value instanceof Size size) {
            return Figure.size((Collection<?>) value(size.list()));
        }
        if (value instanceof Arithmetic arithmetic) {
            return Figure.calculated(
                    arithmetic.sign(), (Figure) value(arithmetic.left()), (Figure) value(arithmetic.right()));
        }
        if (value instanceof Text text) {
            return text.value();
        }
        if (value instanceof Flag flag) {
            return flag.value();
        }
        return value instanceof Expression.Numeral number && number.digits().equals("1") ? Figure.ONE : Figure.ZERO;
    }

    /** An evaluator for another pattern of the same match. */
    private Evaluator at(int other) {
        Object seen = other == pattern ? fact : facts[other];
        if (seen == null) {
            throw new IllegalStateException("no fact for pattern " + other + " of " + checked.id());
        }
        return new Evaluator(checked, keys, facts, other, seen);
    }
}
