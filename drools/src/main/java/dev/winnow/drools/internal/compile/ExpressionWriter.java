package dev.winnow.drools.internal.compile;

import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.CheckedRule.Variable;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Expression.And;
import dev.winnow.language.internal.syntax.Expression.Arithmetic;
import dev.winnow.language.internal.syntax.Expression.Compare;
import dev.winnow.language.internal.syntax.Expression.Comparison;
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
import dev.winnow.language.internal.vocabulary.FactType.Kind;
import dev.winnow.model.domain.DeclaredRow;
import dev.winnow.model.source.Language;
import dev.winnow.model.value.RatingLevels;
import dev.winnow.model.value.Unit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Generates the Java expressions of one pattern in one reading. */
final class ExpressionWriter {

    private final CheckedRule checked;
    private final int pattern;
    private final int place;
    private final Reading reading;

    /** @param pattern the index of the pattern that contains the expressions; -1 outside patterns */
    ExpressionWriter(CheckedRule checked, int pattern, Reading reading) {
        this(checked, pattern, pattern, reading);
    }

    /**
     * @param pattern the index of the pattern whose components the expressions read
     * @param place the index of the pattern that the expressions are written into, which reads components of all other
     *     patterns from their facts; -1 outside patterns
     */
    ExpressionWriter(CheckedRule checked, int pattern, int place, Reading reading) {
        this.checked = checked;
        this.pattern = pattern;
        this.place = place;
        this.reading = reading;
    }

    /** A writer for expressions in {@code then}, which reads each pattern's components from its fact. */
    static ExpressionWriter ofFacts(CheckedRule checked, int pattern, Reading reading) {
        return new ExpressionWriter(checked, pattern, -1, reading);
    }

    /** The generated variable for the fact that a pattern matches. */
    static String fact(CheckedRule checked, int pattern) {
        return "$f" + label(checked, pattern);
    }

    /** The generated variable bound to a component of a pattern's fact, by which Drools indexes later patterns. */
    static String carrier(CheckedRule checked, int pattern, String property) {
        return "$w" + label(checked, pattern) + "_" + property;
    }

    /**
     * Part of generated names. Depends on the type, not the position, so that rules with equal conditions on equal
     * types generate equal text, which Drools evaluates once.
     */
    private static String label(CheckedRule checked, int pattern) {
        FactType type = checked.types().get(pattern);
        long earlier = checked.types().subList(0, pattern).stream()
                .filter(other -> other.name().equals(type.name()))
                .count();
        // "_" keeps names distinct, because a declared type may end in a digit but contains no underscore.
        return earlier == 0 ? type.name() : type.name() + "_" + (earlier + 1);
    }

    /** The generated variable for one end of a count or sum; it cannot collide with a name of the rule's author. */
    static String end(String variable, Reading end) {
        return "$r_" + variable.substring(1) + "_" + end.id();
    }

    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** A condition as constraints that must all hold. */
    List<String> constraints(Expression test) {
        List<String> constraints = new ArrayList<>();
        if (test instanceof And and) {
            and.parts().forEach(part -> constraints.addAll(constraints(part)));
        } else if (test instanceof NewKey key) {
            if (reading == Reading.POSSIBLE) { // the certain reading skips unwritten rows
                constraints.add(newKey(key));
            }
        } else if (test instanceof Compare compare && compare.sign() == Comparison.SAME && isIndexable(compare)) {
            if (isOpen(compare.left()) && isOpen(compare.right())) {
                constraints.add(value(compare.left()) + " != null");
            }
            constraints.add(value(compare.left()) + " == " + indexed(compare.right()));
        } else {
            constraints.add(condition(test, reading));
        }
        return constraints;
    }

    /**
     * An operand that Drools can index by: a component of an earlier pattern's fact, read through the variable bound to
     * it.
     */
    private String indexed(Expression value) {
        Variable component = component(value);
        return component == null
                ? value(value)
                : carrier(checked, component.pattern(), ((Property) component.value()).name());
    }

    /** The components of a pattern's fact that {@link #constraints} reads through variables. */
    Set<String> carried(Expression test, int from) {
        Set<String> carried = new LinkedHashSet<>();
        if (test instanceof And and) {
            and.parts().forEach(part -> carried.addAll(carried(part, from)));
        } else if (test instanceof Compare compare && compare.sign() == Comparison.SAME && isIndexable(compare)) {
            Variable component = component(compare.right());
            if (component != null && component.pattern() == from) {
                carried.add(((Property) component.value()).name());
            }
        }
        return carried;
    }

    /** The variable bound to a component of another pattern; null if the value is anything else. */
    private @Nullable Variable component(Expression value) {
        if (!(value instanceof Expression.Variable name)) {
            return null;
        }
        Variable variable = checked.variable(name.name());
        if (variable.total() || variable.pattern() == place) {
            return null;
        }
        return variable.value() instanceof Property property
                ? isDeclared(variable.pattern(), property) ? null : variable
                : component(variable.value());
    }

    /** Whether a component is declared by a pack; Drools cannot index by those. */
    private boolean isDeclared(int of, Property property) {
        FactType.Property known = checked.types().get(of).properties().get(property.name());
        return known != null && known.declared() != null;
    }

    /**
     * Whether plain {@code ==} has the same meaning. It does not for figures, nor if an unknown value must count as
     * equal.
     */
    private boolean isIndexable(Compare compare) {
        boolean component = compare.left() instanceof Property left && pattern == place && !isDeclared(pattern, left);
        boolean known = !isOpen(compare.left()) && !isOpen(compare.right());
        return component && kind(compare.left()) != Kind.FIGURE && (reading == Reading.CERTAIN || known);
    }

    private boolean isOpen(Expression value) {
        if (value instanceof Property property) {
            return property(property).value().open();
        }
        return value instanceof Expression.Variable variable
                && checked.variable(variable.name()).type().open();
    }

    /** Whether the two readings of a condition may differ. */
    boolean mayBeUnknown(Expression value) {
        if (value instanceof Property || value instanceof Expression.Variable) {
            return isOpen(value) || kind(value) == Kind.FIGURE;
        }
        return value.parts().stream().anyMatch(this::mayBeUnknown);
    }

    private Kind kind(Expression value) {
        if (value instanceof Property property) {
            return property(property).value().kind();
        }
        if (value instanceof Expression.Variable variable) {
            return checked.variable(variable.name()).type().kind();
        }
        if (value instanceof Text) {
            return Kind.TEXT;
        }
        return value instanceof Flag ? Kind.FLAG : Kind.FIGURE;
    }

    private FactType.Property property(Property property) {
        FactType.Property known = checked.types().get(pattern).properties().get(property.name());
        if (known == null) {
            throw new IllegalStateException("unknown component " + property.name());
        }
        return known;
    }

    /** A condition as one expression. */
    String condition(Expression test) {
        return condition(test, reading);
    }

    private String condition(Expression test, Reading as) {
        if (test instanceof And and) {
            return join(and.parts(), " && ", as);
        }
        if (test instanceof Or or) {
            return join(or.parts(), " || ", as);
        }
        if (test instanceof Not not) {
            // A call, or already in brackets; extra brackets slow down Drools' parser.
            return "!" + condition(not.inner(), as.swapped());
        }
        if (test instanceof Compare compare) {
            boolean equality = compare.sign() == Comparison.SAME || compare.sign() == Comparison.DIFFERENT;
            return equality
                    ? compared(compare.sign(), operand(compare.left()), operand(compare.right()), as)
                    : compared(compare.sign(), value(compare.left()), value(compare.right()), as);
        }
        if (test instanceof Member member) {
            return asked("memberOf", List.of(operand(member.item()), value(member.list())), member.negated(), as);
        }
        if (test instanceof OneOf oneOf) {
            List<String> arguments = new ArrayList<>(List.of(operand(oneOf.item())));
            oneOf.options().forEach(option -> arguments.add(value(option)));
            return asked("oneOf", arguments, oneOf.negated(), as);
        }
        throw new IllegalStateException("not a condition: " + test);
    }

    private String join(List<Expression> parts, String sign, Reading as) {
        return parts.stream().map(part -> condition(part, as)).collect(Collectors.joining(sign, "(", ")"));
    }

    /** The Java expression for a comparison of two values in a reading. */
    static String compared(Comparison sign, String left, String right, Reading as) {
        return switch (sign) {
            case AT_LEAST -> asked("atLeast", List.of(left, right), false, as);
            case AT_MOST -> asked("atLeast", List.of(right, left), false, as);
            case MORE_THAN -> asked("moreThan", List.of(left, right), false, as);
            case LESS_THAN -> asked("moreThan", List.of(right, left), false, as);
            case SAME -> asked("same", List.of(left, right), false, as);
            case DIFFERENT -> asked("same", List.of(left, right), true, as);
        };
    }

    private static String asked(String method, List<String> arguments, boolean negated, Reading as) {
        String truth = "Comparisons." + method + "(" + String.join(", ", arguments) + ")";
        return negated ? "!" + truth + as.swapped().question() : truth + as.question();
    }

    /** Reads a component of the pattern's fact: from its record, or by name if it is declared. */
    private String read(Property property) {
        FactType.Property known = property(property);
        if (known.declared() == null) {
            return pattern == place ? property.name() : fact(checked, pattern) + "." + property.name() + "()";
        }
        String holder = checked.types().get(pattern).record() == DeclaredRow.class ? "values" : "declared";
        String method = switch (known.value().kind()) {
            case TEXT -> "text";
            case LIST -> "texts";
            case FIGURE -> "figure";
            case DATE -> "date";
            case FLAG -> "flag";
            case UNTYPED -> throw new IllegalStateException("a checked property has no type");
        };
        String of = pattern == place ? holder : fact(checked, pattern) + "." + holder + "()";
        RatingLevels levels = known.levels();
        if (levels != null) {
            return of + ".rating(" + quoted(property.name()) + ", " + levels.lowest() + ", " + levels.highest() + ")";
        }
        return of + "." + method + "(" + quoted(property.name()) + ")";
    }

    private String newKey(NewKey key) {
        List<String> arguments = new ArrayList<>();
        arguments.add(quoted(checked.types().get(pattern).name()));
        arguments.add(pattern == place ? "city" : fact(checked, pattern) + ".city()");
        for (Pin pin : key.pins()) {
            List<String> values = pin.values().stream().map(this::value).toList();
            arguments.add(values.size() == 1 ? values.get(0) : "card.texts(" + String.join(", ", values) + ")");
        }
        return "card.mayBeNew(" + String.join(", ", arguments) + ")";
    }

    /** A value as conditions compare it: for the key of an unwritten row, its possible keys. */
    private String operand(Expression value) {
        if (value instanceof Expression.Variable variable) {
            Variable bound = checked.variable(variable.name());
            return bound.total()
                    ? value(value)
                    : new ExpressionWriter(checked, bound.pattern(), place, reading).operand(bound.value());
        }
        FactType type = pattern < 0 ? null : checked.types().get(pattern);
        boolean written = pattern == place && reading == Reading.CERTAIN; // this reading skips unwritten rows
        if (written
                || type == null
                || !(value instanceof Property property)
                || !property.name().equals(type.onlyKey())) {
            return value(value);
        }
        String city = pattern == place ? "city" : fact(checked, pattern) + ".city()";
        return "card.key(" + quoted(type.name()) + ", " + city + ", " + read(property) + ")";
    }

    /** A value; unknown if anything that it reads is unknown. */
    String value(Expression value) {
        if (value instanceof Property property) {
            return read(property);
        }
        if (value instanceof Expression.Variable variable) {
            return variable(variable.name());
        }
        if (value instanceof Text text) {
            return quoted(text.value());
        }
        if (value instanceof Flag flag) {
            return String.valueOf(flag.value());
        }
        if (value instanceof Size size) {
            return "Figure.size(" + value(size.list()) + ")";
        }
        if (value instanceof Arithmetic arithmetic) {
            return calculation(arithmetic);
        }
        if (value instanceof Expression.Numeral number) {
            return number.digits().equals("0") ? "Figure.ZERO" : "Figure.ONE";
        }
        throw new IllegalStateException("not a value: " + value);
    }

    /** Arithmetic as a single call at any depth, because the time of Drools' parser doubles with each nested call. */
    private String calculation(Arithmetic arithmetic) {
        StringBuilder postfix = new StringBuilder();
        List<String> operands = new ArrayList<>();
        calculation(arithmetic, postfix, operands);
        return "Calculation.of(" + quoted(postfix.toString()) + ", " + String.join(", ", operands) + ")";
    }

    private void calculation(Expression value, StringBuilder postfix, List<String> operands) {
        if (value instanceof Arithmetic arithmetic) {
            calculation(arithmetic.left(), postfix, operands);
            calculation(arithmetic.right(), postfix, operands);
            postfix.append(arithmetic.sign());
        } else if (value instanceof Expression.Variable name
                && !checked.variable(name.name()).total()) {
            Variable variable = checked.variable(name.name());
            new ExpressionWriter(checked, variable.pattern(), place, reading)
                    .calculation(variable.value(), postfix, operands);
        } else {
            postfix.append(Calculation.OPERAND);
            operands.add(value(value));
        }
    }

    /** A unit as a literal. The symbols of declared units contain no quotation marks or backslashes. */
    private static String unit(@Nullable Unit unit) {
        return unit != null && unit.isDeclared()
                ? "Unit.of(\"" + unit.sign(Language.EN) + "\", \"" + unit.sign(Language.ZH) + "\")"
                : "Unit." + unit;
    }

    /** The expression that a variable is bound to. */
    private String variable(String name) {
        Variable variable = checked.variable(name);
        if (variable.total() && !variable.type().open()) {
            return "Figure.exactly(" + end(name, Reading.CERTAIN) + ", "
                    + unit(variable.type().unit()) + ")";
        }
        if (variable.total()) {
            return "Figure.between(" + end(name, Reading.CERTAIN) + ", " + end(name, Reading.POSSIBLE) + ", "
                    + unit(variable.type().unit()) + ")";
        }
        return new ExpressionWriter(checked, variable.pattern(), place, reading).value(variable.value());
    }
}
