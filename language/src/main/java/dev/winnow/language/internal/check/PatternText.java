package dev.winnow.language.internal.check;

import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Expression.And;
import dev.winnow.language.internal.syntax.Expression.Arithmetic;
import dev.winnow.language.internal.syntax.Expression.Compare;
import dev.winnow.language.internal.syntax.Expression.Flag;
import dev.winnow.language.internal.syntax.Expression.Member;
import dev.winnow.language.internal.syntax.Expression.Not;
import dev.winnow.language.internal.syntax.Expression.Numeral;
import dev.winnow.language.internal.syntax.Expression.OneOf;
import dev.winnow.language.internal.syntax.Expression.Or;
import dev.winnow.language.internal.syntax.Expression.Property;
import dev.winnow.language.internal.syntax.Expression.Size;
import dev.winnow.language.internal.syntax.Expression.Text;
import dev.winnow.language.internal.syntax.Expression.Variable;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.syntax.Pattern.Binding;
import dev.winnow.language.internal.syntax.Pattern.Condition;
import dev.winnow.language.internal.syntax.Pattern.Part;
import dev.winnow.language.internal.syntax.Pattern.Total;
import dev.winnow.language.internal.syntax.TokenPosition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Writes patterns and their parts on one line in the rule language, and finds their positions in the file. */
public final class PatternText {

    private static final Comparator<TokenPosition> READING_ORDER =
            Comparator.comparingInt(TokenPosition::line).thenComparingInt(TokenPosition::column);

    private PatternText() {}

    /** Writes a condition or a value. */
    public static String of(Expression expression) {
        if (expression instanceof Property property) {
            return property.name();
        }
        if (expression instanceof Variable variable) {
            return variable.name();
        }
        if (expression instanceof Text text) {
            return "\"" + text.value().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }
        if (expression instanceof Numeral number) {
            return number.digits();
        }
        if (expression instanceof Flag flag) {
            return String.valueOf(flag.value());
        }
        if (expression instanceof Size size) {
            return of(size.list()) + ".size()";
        }
        if (expression instanceof Arithmetic sum) {
            return operand(sum, sum.left(), false) + " " + sum.sign() + " " + operand(sum, sum.right(), true);
        }
        if (expression instanceof Compare compare) {
            return of(compare.left()) + " " + compare.sign().sign + " " + of(compare.right());
        }
        if (expression instanceof Member member) {
            return member(member);
        }
        if (expression instanceof OneOf oneOf) {
            String options = oneOf.options().stream().map(PatternText::of).collect(Collectors.joining(", "));
            return of(oneOf.item()) + (oneOf.negated() ? " not in (" : " in (") + options + ")";
        }
        if (expression instanceof Or or) {
            return or.parts().stream().map(PatternText::of).collect(Collectors.joining(" || "));
        }
        if (expression instanceof And and) {
            return and.parts().stream()
                    .map(part -> part instanceof Or ? "(" + of(part) + ")" : of(part))
                    .collect(Collectors.joining(" && "));
        }
        return "!( " + of(((Not) expression).inner()) + " )";
    }

    /**
     * Writes a membership as `contains` or `memberOf`, whichever the author wrote; they are one condition in the tree.
     */
    private static String member(Member member) {
        boolean contains = READING_ORDER.compare(spot(member.list()), spot(member.item())) < 0;
        String not = member.negated() ? " not" : "";
        return contains
                ? of(member.list()) + not + " contains " + of(member.item())
                : of(member.item()) + not + " memberOf " + of(member.list());
    }

    private static String operand(Arithmetic whole, Expression part, boolean right) {
        if (part instanceof Arithmetic inner) {
            int order = Integer.compare(strength(inner.sign()), strength(whole.sign()));
            if (order < 0 || (order == 0 && right)) {
                return "( " + of(part) + " )";
            }
        }
        return of(part);
    }

    private static int strength(char sign) {
        return sign == '*' || sign == '/' ? 1 : 0;
    }

    /** Writes a whole pattern. */
    public static String of(Pattern pattern) {
        String parts = pattern.parts().stream().map(PatternText::of).collect(Collectors.joining(", "));
        String fact = pattern.type() + (parts.isEmpty() ? "()" : "( " + parts + " )");
        Total total = pattern.total();
        return switch (pattern.kind()) {
            case FACT -> fact;
            case NOT -> "not " + fact;
            case ACCUMULATE ->
                total == null ? fact : "accumulate( " + fact + "; " + result(total) + "; " + comparison(total) + " )";
        };
    }

    /** Writes a binding or a condition. */
    public static String of(Part part) {
        if (part instanceof Binding binding) {
            String value = of(binding.value());
            return binding.variable() + " : " + (binding.value() instanceof Arithmetic ? "( " + value + " )" : value);
        }
        return of(((Condition) part).test());
    }

    /** Returns the name of a count or sum. */
    public static String result(Total total) {
        Expression summed = total.argument();
        return total.variable() + " : " + (summed == null ? "count(1)" : "sum(" + of(summed) + ")");
    }

    /** Writes the comparison of a count or sum. */
    public static String comparison(Total total) {
        return total.variable() + " " + total.sign().sign + " " + of(total.right());
    }

    /** Returns the position at which an expression begins, without the brackets around it. */
    public static TokenPosition spot(Expression expression) {
        List<TokenPosition> spots = new ArrayList<>(List.of(expression.spot()));
        expression.parts().forEach(part -> spots.add(spot(part)));
        return spots.stream().min(READING_ORDER).orElse(expression.spot());
    }

    /** Returns the position and length of an expression on its first line, without the brackets around it. */
    public static TokenPosition extent(Expression expression) {
        TokenPosition start = spot(expression);
        int end = end(expression, start.line());
        return new TokenPosition(start.line(), start.column(), Math.max(start.length(), end - start.column()));
    }

    /** Returns the position and length of the comparison of a count or sum on its first line. */
    public static TokenPosition extent(Total total) {
        TokenPosition start = total.compared();
        int end = Math.max(start.column() + start.length(), end(total.right(), start.line()));
        return new TokenPosition(start.line(), start.column(), end - start.column());
    }

    /** Returns the column after the last character of an expression on a line; 0 if no part of it is on the line. */
    private static int end(Expression expression, int line) {
        List<Expression> parts = new ArrayList<>(expression.parts());
        if (expression instanceof OneOf oneOf) {
            parts.addAll(oneOf.options());
        }
        int behind = expression instanceof Size ? "()".length() : 0;
        TokenPosition own = expression.spot();
        int end = own.line() == line ? own.column() + own.length() + behind : 0;
        for (Expression part : parts) {
            end = Math.max(end, end(part, line));
        }
        return expression instanceof OneOf ? end + 1 : end;
    }
}
