package dev.winnow.language.internal.wording;

import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.CheckedRule.Variable;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Expression.And;
import dev.winnow.language.internal.syntax.Expression.Arithmetic;
import dev.winnow.language.internal.syntax.Expression.Compare;
import dev.winnow.language.internal.syntax.Expression.Comparison;
import dev.winnow.language.internal.syntax.Expression.Flag;
import dev.winnow.language.internal.syntax.Expression.Member;
import dev.winnow.language.internal.syntax.Expression.Not;
import dev.winnow.language.internal.syntax.Expression.Numeral;
import dev.winnow.language.internal.syntax.Expression.OneOf;
import dev.winnow.language.internal.syntax.Expression.Or;
import dev.winnow.language.internal.syntax.Expression.Property;
import dev.winnow.language.internal.syntax.Expression.Size;
import dev.winnow.language.internal.syntax.Expression.Text;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.syntax.Pattern.Total;
import dev.winnow.model.source.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a rule in plain English, pattern by pattern in the order of the rule. */
public final class RuleWording {

    private final Premises premises;
    private final CheckedRule checked;
    private final PackRule rule;

    private RuleWording(CheckedRule checked) {
        this.premises = new Premises(checked);
        this.checked = checked;
        this.rule = checked.rule();
    }

    public static RuleWords of(CheckedRule checked) {
        RuleWording wording = new RuleWording(checked);
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < checked.types().size(); i++) {
            conditions.addAll(wording.sentences(i));
        }
        return new RuleWords(checked.id(), conditions, wording.effect(), wording.reason());
    }

    private List<String> sentences(int index) {
        Pattern pattern = rule.patterns().get(index);
        Noun noun = premises.noun(index);
        Total total = pattern.total();
        if (total != null) {
            return List.of(total(index, total) + " is " + sign(total.sign()) + value(total.right(), index));
        }
        if (pattern.kind() == Pattern.Kind.NOT) {
            return List.of(noun.owner() + " no " + noun.singular() + clauses(index, false));
        }
        if (noun.isOne()) {
            return pattern.conditions().stream()
                    .filter(test -> !premises.isLimitName(index, test))
                    .map(test -> condition(test, index))
                    .toList();
        }
        return List.of(noun.owner() + " " + noun.article() + " " + noun.singular() + clauses(index, false));
    }

    /** Writes a count or sum: {@code the number of lead users whose …}. */
    private String total(int index, Total total) {
        Noun noun = premises.noun(index);
        Expression argument = total.argument();
        if (argument == null) {
            return "the number of " + noun.plural() + clauses(index, true);
        }
        String summed = argument instanceof Expression.Variable variable
                        && checked.variable(variable.name()).pattern() == index
                ? own(checked.variable(variable.name()).value(), index)
                : value(argument, index);
        return "the sum of " + summed + " over " + noun.plural() + clauses(index, true);
    }

    private String own(Expression value, int index) {
        return value instanceof Property property
                ? "“" + premises.words(index, property.name(), Language.EN) + "”"
                : value(value, index);
    }

    /** Writes the conditions on a row, after its noun. */
    private String clauses(int index, boolean many) {
        List<String> clauses = new ArrayList<>();
        for (Expression test : rule.patterns().get(index).conditions()) {
            String clause = clause(test, index, many);
            if (!clause.isEmpty()) {
                clauses.add(clause);
            }
        }
        return clauses.isEmpty() ? "" : " " + String.join(" and ", clauses);
    }

    private String clause(Expression test, int index, boolean many) {
        Noun noun = premises.noun(index);
        if (test instanceof Compare compare && compare.left() instanceof Property property) {
            if (property.name().equals("project") && noun.singular().equals("milestone")) {
                return ""; // milestones belong to the candidate; no others exist
            }
            if (compare.right() instanceof Flag flag
                    && noun.holds() != null
                    && property.name().equals("held")) {
                boolean held = flag.value() == (compare.sign() == Comparison.SAME);
                return "that the city " + (held ? noun.holds() : "does not " + stem(noun.holds()));
            }
            if (noun.isItself(property.name())) {
                return (many ? "that are " : "that is ") + sign(compare, index) + value(compare.right(), index);
            }
        }
        if (test instanceof Member member
                && member.item() instanceof Property property
                && noun.isItself(property.name())) {
            return (member.negated() ? "not among " : "among ") + value(member.list(), index);
        }
        return Premises.isPlain(test) ? "whose " + condition(test, index) : "for which " + condition(test, index);
    }

    /**
     * Writes a condition as a sentence. Components of the row are named without their owner, except those of the
     * candidate.
     */
    private String condition(Expression test, int index) {
        if (test instanceof And and) {
            return joined(and.parts(), " and ", index);
        }
        if (test instanceof Or or) {
            return joined(or.parts(), " or ", index);
        }
        if (test instanceof Not not) {
            return "it is not so that " + condition(not.inner(), index);
        }
        if (test instanceof Compare compare) {
            if (compare.right() instanceof Flag flag && compare.left() instanceof Property property) {
                return claim(property, flag.value() == (compare.sign() == Comparison.SAME), index);
            }
            return value(compare.left(), index) + " is " + sign(compare, index) + value(compare.right(), index);
        }
        if (test instanceof OneOf oneOf) {
            String options = oneOf.options().stream().map(RuleWording::quoted).collect(Collectors.joining(" or "));
            return value(oneOf.item(), index) + (oneOf.negated() ? " is not " : " is ") + options;
        }
        if (test instanceof Member member) {
            return member.list() instanceof Property
                    ? value(member.list(), index)
                            + (member.negated() ? " do not include " : " include ")
                            + value(member.item(), index)
                    : value(member.item(), index)
                            + (member.negated() ? " is not among " : " is among ")
                            + value(member.list(), index);
        }
        throw new IllegalStateException("not a condition: " + test);
    }

    private String joined(List<Expression> parts, String with, int index) {
        return parts.stream().map(part -> condition(part, index)).collect(Collectors.joining(with, "(", ")"));
    }

    /** Writes a claim: {@code claimsScale == false} as "the project does not claim scale". */
    private String claim(Property property, boolean holds, int index) {
        String words = premises.words(index, property.name(), Language.EN);
        int space = words.indexOf(' ');
        String verb = space < 0 ? words : words.substring(0, space);
        if (!verb.endsWith("s")) {
            return words + " is " + (holds ? "yes" : "no");
        }
        String rest = space < 0 ? "" : words.substring(space);
        String subject = premises.noun(index).subject();
        return subject + " " + (holds ? verb : "does not " + stem(verb)) + rest;
    }

    private static String stem(String verb) {
        return verb.endsWith("s") ? verb.substring(0, verb.length() - 1) : verb;
    }

    private String sign(Compare compare, int index) {
        return premises.isDay(index, compare.left()) ? day(compare.sign()) : sign(compare.sign());
    }

    private static String day(Comparison sign) {
        return switch (sign) {
            case SAME -> "on ";
            case DIFFERENT -> "not on ";
            case AT_LEAST -> "on or after ";
            case MORE_THAN -> "after ";
            case AT_MOST -> "on or before ";
            case LESS_THAN -> "before ";
        };
    }

    private static String sign(Comparison sign) {
        return switch (sign) {
            case SAME -> "";
            case DIFFERENT -> "not ";
            case AT_LEAST -> "at least ";
            case MORE_THAN -> "more than ";
            case AT_MOST -> "at most ";
            case LESS_THAN -> "less than ";
        };
    }

    /** Writes a value as seen from a pattern, whose own components need no owner; -1 for no pattern. */
    private String value(Expression value, int index) {
        if (value instanceof Property property) {
            Noun noun = premises.noun(index);
            return noun.isOne()
                    ? noun.possessive(property.name())
                    : premises.words(index, property.name(), Language.EN);
        }
        if (value instanceof Expression.Variable name) {
            return variable(checked.variable(name.name()));
        }
        if (value instanceof Size size) {
            return "the number of " + value(size.list(), index);
        }
        if (value instanceof Arithmetic arithmetic) {
            String sign = switch (arithmetic.sign()) {
                case '+' -> " plus ";
                case '-' -> " minus ";
                case '*' -> " times ";
                default -> " divided by ";
            };
            return value(arithmetic.left(), index) + sign + value(arithmetic.right(), index);
        }
        if (value instanceof Text text) {
            return quoted(text);
        }
        if (value instanceof Flag flag) {
            return flag.value() ? "yes" : "no";
        }
        return value instanceof Numeral number ? number.digits() : "";
    }

    private static String quoted(Text text) {
        return "“" + text.value().replace('`', '\'') + "”"; // backticks mark names
    }

    private String variable(Variable variable) {
        Pattern pattern = rule.patterns().get(variable.pattern());
        Total total = pattern.total();
        if (variable.total() && total != null) {
            return total(variable.pattern(), total);
        }
        String limit = premises.limit(variable.pattern());
        if (limit != null) {
            return "limit `" + limit + "`";
        }
        Noun noun = premises.noun(variable.pattern());
        return variable.value() instanceof Property property
                ? noun.possessive(property.name())
                : noun.isOne()
                        ? value(variable.value(), variable.pattern())
                        : "that " + noun.singular() + "'s " + value(variable.value(), variable.pattern());
    }

    private String effect() {
        String points = rule.points().stripTrailingZeros().toPlainString();
        return rule.consequence().fill(rule.consequence().verb().english, points, value -> value(value, -1));
    }

    private String reason() {
        StringBuilder text = new StringBuilder();
        String rest = rule.text();
        for (Expression.Variable argument : rule.arguments()) {
            int at = rest.indexOf("%s");
            text.append(rest, 0, at)
                    .append('⟨')
                    .append(filled(checked.variable(argument.name())))
                    .append('⟩');
            rest = rest.substring(at + 2);
        }
        return text.append(rest).toString();
    }

    private String filled(Variable variable) {
        Noun noun = premises.noun(variable.pattern());
        Total total = rule.patterns().get(variable.pattern()).total();
        if (variable.total() && total != null) {
            return total.argument() == null ? "number of " + noun.plural() : "sum";
        }
        String limit = premises.limit(variable.pattern());
        if (limit != null) {
            return "limit";
        }
        return variable.value() instanceof Property property
                ? noun.isItself(property.name())
                        ? noun.singular()
                        : premises.words(variable.pattern(), property.name(), Language.EN)
                : "figure";
    }
}
