package dev.winnow.workbench.internal.lint;

import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.CheckedRule.Variable;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Expression.And;
import dev.winnow.language.internal.syntax.Expression.Arithmetic;
import dev.winnow.language.internal.syntax.Expression.Compare;
import dev.winnow.language.internal.syntax.Expression.Flag;
import dev.winnow.language.internal.syntax.Expression.Member;
import dev.winnow.language.internal.syntax.Expression.Not;
import dev.winnow.language.internal.syntax.Expression.OneOf;
import dev.winnow.language.internal.syntax.Expression.Or;
import dev.winnow.language.internal.syntax.Expression.Property;
import dev.winnow.language.internal.syntax.Expression.Size;
import dev.winnow.language.internal.syntax.Expression.Text;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.syntax.Pattern.Total;
import dev.winnow.language.internal.vocabulary.AsOf;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactType.Kind;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Project;
import dev.winnow.model.value.Unit;
import dev.winnow.workbench.internal.lint.Term.Form;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Converts the conditions of a rule to atoms over terms, whose keys depend on the origin of values, not on the names of
 * variables.
 */
final class Terms {

    private final CheckedRule checked;
    private final IntFunction<String> rows;

    /** @param rows returns the name of the row of each pattern */
    Terms(CheckedRule checked, IntFunction<String> rows) {
        this.checked = checked;
        this.rows = rows;
    }

    /** Whether a type has a single row, the same for all rules. */
    static boolean isSingle(FactType type) {
        return type.record() == Project.class || type.record() == City.class || type.record() == AsOf.class;
    }

    /**
     * Returns the name of the row of a pattern: its type if that has a single row, else the prefix and the pattern's
     * index.
     */
    static String row(CheckedRule checked, String prefix, int pattern) {
        FactType type = checked.types().get(pattern);
        boolean fact = checked.rule().patterns().get(pattern).kind() == Pattern.Kind.FACT;
        return fact && isSingle(type) ? type.name() : prefix + pattern;
    }

    /** Returns the term of an expression in a pattern; -1 for an expression outside patterns. */
    Term of(int pattern, Expression value) {
        if (value instanceof Property property) {
            return component(pattern, property.name());
        }
        if (value instanceof Expression.Variable variable) {
            Variable bound = checked.variable(variable.name());
            return bound.total() ? total(bound.pattern()) : of(bound.pattern(), bound.value());
        }
        if (value instanceof Text text) {
            return Term.text(text.value());
        }
        if (value instanceof Flag flag) {
            return Term.flag(flag.value());
        }
        if (value instanceof Size size) {
            return Term.count("size of " + of(pattern, size.list()).key());
        }
        if (value instanceof Arithmetic arithmetic) {
            String key = "(" + of(pattern, arithmetic.left()).key() + " " + arithmetic.sign() + " "
                    + of(pattern, arithmetic.right()).key() + ")";
            return new Term(key, Kind.FIGURE, Form.COMPUTED, null, null, List.of());
        }
        return Term.number(((Expression.Numeral) value).digits());
    }

    private Term component(int pattern, String name) {
        FactType type = checked.types().get(pattern);
        Text limit = checked.rule().patterns().get(pattern).limit();
        if (limit != null) {
            return new Term("limit " + limit.value(), Kind.FIGURE, Form.LIMIT, null, limit.value(), List.of());
        }
        FactType.Property known = type.properties().get(name);
        if (known == null) {
            throw new IllegalStateException("no " + name + " in " + checked.id());
        }
        List<String> words = known.value().kind() == Kind.FLAG ? List.of("false", "true") : known.words();
        return new Term(
                rows.apply(pattern) + "." + name,
                known.value().kind(),
                Form.COMPONENT,
                known.value().unit(),
                null,
                words);
    }

    /** Returns the term of a count or sum. */
    Term total(int pattern) {
        Total total = checked.rule().patterns().get(pattern).total();
        boolean count = total == null || total.argument() == null;
        Unit unit = count ? Unit.NUMBER : null;
        return new Term(
                "total of " + rows.apply(pattern), Kind.FIGURE, count ? Form.COUNT : Form.SUM, unit, null, List.of());
    }

    /** Returns the comparison of a count or sum. */
    Alternatives comparison(int pattern, Total total) {
        return Alternatives.of(new Atom.Compared(total(pattern), total.sign(), of(-1, total.right())));
    }

    /** Returns the normal form of a condition of a pattern, or of its negation. */
    Alternatives of(int pattern, Expression test, boolean holds) {
        if (test instanceof Not not) {
            return of(pattern, not.inner(), !holds);
        }
        if (test instanceof And and) {
            return join(pattern, and.parts(), holds, holds);
        }
        if (test instanceof Or or) {
            return join(pattern, or.parts(), holds, !holds);
        }
        Atom atom = atom(pattern, test);
        return Alternatives.of(holds ? atom : Atom.not(atom));
    }

    /** Returns the normal form of all conditions of a pattern, or of the negation of their conjunction. */
    Alternatives all(int pattern, boolean holds) {
        return join(pattern, checked.rule().patterns().get(pattern).conditions(), holds, holds);
    }

    private Alternatives join(int pattern, List<Expression> parts, boolean holds, boolean together) {
        Alternatives joined = together ? Alternatives.ANY : new Alternatives(List.of());
        for (Expression part : parts) {
            Alternatives ways = of(pattern, part, holds);
            joined = together ? joined.and(ways) : joined.or(ways);
        }
        return joined;
    }

    private Atom atom(int pattern, Expression test) {
        if (test instanceof Compare compare) {
            return new Atom.Compared(of(pattern, compare.left()), compare.sign(), of(pattern, compare.right()));
        }
        if (test instanceof Member member) {
            return new Atom.Listed(of(pattern, member.item()), of(pattern, member.list()), !member.negated());
        }
        OneOf oneOf = (OneOf) test;
        return new Atom.Among(
                of(pattern, oneOf.item()),
                oneOf.options().stream().map(Text::value).collect(Collectors.toUnmodifiableSet()),
                !oneOf.negated());
    }
}
