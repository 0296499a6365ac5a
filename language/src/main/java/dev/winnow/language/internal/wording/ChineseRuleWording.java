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
import dev.winnow.language.internal.vocabulary.AsOf;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.source.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a rule in plain Chinese, as {@link RuleWording} does in English. In Chinese the conditions on a thing come
 * before its noun: 终端市场属于项目的终端市场的龙头用户.
 */
public final class ChineseRuleWording {

    private final Premises premises;
    private final PackRule rule;

    private ChineseRuleWording(CheckedRule checked) {
        this.premises = new Premises(checked);
        this.rule = checked.rule();
    }

    /**
     * Returns a rule in Chinese words.
     *
     * @param texts the texts with the rule's reason
     */
    public static RuleWords of(CheckedRule checked, PackTexts texts) {
        ChineseRuleWording wording = new ChineseRuleWording(checked);
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < wording.premises.count(); i++) {
            conditions.addAll(wording.sentences(i));
        }
        String reason = texts.says(wording.rule)
                ? texts.reason(
                        wording.rule,
                        wording.rule.arguments().stream()
                                .map(name -> "⟨" + wording.filled(checked.variable(name.name())) + "⟩")
                                .toList())
                : RuleWording.of(checked).reason();
        return new RuleWords(checked.id(), conditions, wording.effect(), reason);
    }

    private List<String> sentences(int index) {
        Total total = premises.pattern(index).total();
        if (total != null) {
            return List.of(total(index, total)
                    + sign(total.sign(), total.argument() == null)
                    + value(total.right(), index, null));
        }
        boolean not = premises.pattern(index).kind() == Pattern.Kind.NOT;
        if (premises.noun(index).isOne() && !not) {
            return premises.conditions(index).stream()
                    .filter(test -> !premises.isLimitName(index, test))
                    .map(test -> whole(test, index))
                    .toList();
        }
        Rows rows = new Rows(index);
        String there = premises.type(index).record() == Milestone.class
                ? "项目"
                : premises.noun(index).owner().contains("city") ? "本市" : "";
        if (rows.itself != null) {
            return List.of(rows.isBare() ? "有" + rows.itself : rows.itself + (not ? "不是" : "是") + rows.described());
        }
        String among = rows.among == null ? there : rows.among + "中";
        String some = rows.among != null && rows.isBare() && !not ? "一个" : "";
        return List.of(among + (not ? "没有" : "有") + some + rows.described());
    }

    /** The rows that a pattern requires, as written before and after 有. */
    private final class Rows {

        /** The whole that they are part of; null if none. */
        private @Nullable String among;

        /** The name of the thing if it was named before; null otherwise. */
        private @Nullable String itself;

        private final List<String> conditions = new ArrayList<>();

        private final StringBuilder named = new StringBuilder();
        private final int index;

        Rows(int index) {
            this.index = index;
            premises.conditions(index).forEach(this::add);
        }

        private void add(Expression test) {
            Noun noun = premises.noun(index);
            if (test instanceof Compare compare && compare.left() instanceof Property property) {
                if (property.name().equals("project") && noun.singular().equals("milestone")) {
                    return; // milestones belong to the candidate; no others exist
                }
                if (compare.right() instanceof Flag flag
                        && noun.holds() != null
                        && property.name().equals("held")) {
                    conditions.add(held(noun, flag.value() == (compare.sign() == Comparison.SAME)));
                    return;
                }
                if (noun.isItself(property.name()) && compare.right() instanceof Text && isSame(compare)) {
                    named.append(value(compare.right(), index, property));
                    return;
                }
                if (noun.isItself(property.name())) {
                    String value = value(compare.right(), index, property);
                    if (isSame(compare)
                            && itself == null
                            && premises.pattern(index).total() == null) {
                        itself = value;
                    } else {
                        conditions.add((isSame(compare) ? "即" : "不是") + value);
                    }
                    return;
                }
            }
            if (test instanceof Member member
                    && member.item() instanceof Property property
                    && noun.isItself(property.name())) {
                String list = value(member.list(), index, property);
                if (member.negated() || among != null) {
                    conditions.add((member.negated() ? "不属于" : "属于") + list);
                } else {
                    among = list;
                }
                return;
            }
            conditions.add(condition(test, index));
        }

        private static boolean isSame(Compare compare) {
            return compare.sign() == Comparison.SAME;
        }

        private static String held(Noun noun, boolean held) {
            return "holds".equals(noun.holds()) ? held ? "本市已具备" : "本市尚不具备" : held ? "本市已覆盖" : "本市尚未覆盖";
        }

        boolean isBare() {
            return conditions.isEmpty() && named.isEmpty();
        }

        /** Returns the rows with their conditions, without the whole that they are part of. */
        String described() {
            return String.join("、且", conditions) + (conditions.isEmpty() ? "" : "的") + named + noun(index);
        }

        String whole() {
            return (among == null ? "" : among + "中") + described();
        }
    }

    private String noun(int index) {
        return premises.type(index).words(Language.ZH);
    }

    /** Writes a count or sum: {@code …的龙头用户数量}. */
    private String total(int index, Total total) {
        String rows = new Rows(index).whole();
        Expression argument = total.argument();
        return argument == null ? rows + "数量" : rows + "的" + value(argument, index, null) + "合计";
    }

    /** Writes a condition. Components of the row are named without their owner, except those of the candidate. */
    private String condition(Expression test, int index) {
        if (test instanceof And and) {
            return joined(and.parts(), "且", index);
        }
        if (test instanceof Or or) {
            return joined(or.parts(), "或", index);
        }
        if (test instanceof Not not) {
            String inner = condition(not.inner(), index);
            return "并非" + (inner.startsWith("（") ? inner : "（" + inner + "）");
        }
        if (test instanceof Compare compare) {
            return compared(compare, index);
        }
        if (test instanceof OneOf oneOf) {
            String options = oneOf.options().stream()
                    .map(option -> value(option, index, oneOf.item()))
                    .collect(Collectors.joining("、"));
            return value(oneOf.item(), index, null)
                    + (oneOf.negated() ? "不是" : "是")
                    + options
                    + (oneOf.options().size() > 1 ? oneOf.negated() ? "中的任何一个" : "之一" : "");
        }
        if (test instanceof Member member) {
            return member.list() instanceof Property
                    ? value(member.list(), index, null)
                            + (member.negated() ? "不包含" : "包含")
                            + value(member.item(), index, member.list())
                    : value(member.item(), index, null)
                            + (member.negated() ? "不属于" : "属于")
                            + value(member.list(), index, member.item());
        }
        throw new IllegalStateException("not a condition: " + test);
    }

    /** Writes a condition that stands alone, and so needs no brackets. */
    private String whole(Expression test, int index) {
        if (test instanceof And and) {
            return and.parts().stream().map(part -> condition(part, index)).collect(Collectors.joining("，且"));
        }
        if (test instanceof Or or) {
            return or.parts().stream().map(part -> condition(part, index)).collect(Collectors.joining("，或"));
        }
        return condition(test, index);
    }

    private String joined(List<Expression> parts, String with, int index) {
        return parts.stream().map(part -> condition(part, index)).collect(Collectors.joining(with, "（", "）"));
    }

    private String compared(Compare compare, int index) {
        if (compare.right() instanceof Flag flag && compare.left() instanceof Property property) {
            String subject = premises.noun(index).isOne() ? subject(index) : "";
            return subject
                    + premises.property(index, property.name())
                            .claim(flag.value() == (compare.sign() == Comparison.SAME));
        }
        if (compare.left() instanceof Size size
                && size.list() instanceof Property list
                && compare.right() instanceof Numeral number) {
            Boolean any = any(compare.sign(), number.digits());
            if (any != null) {
                String subject = premises.noun(index).isOne() ? subject(index) : "";
                return subject + (any ? "有" : "没有") + premises.words(index, list.name(), Language.ZH);
            }
        }
        String sign = premises.isDay(index, compare.left())
                ? day(compare.sign())
                : sign(compare.sign(), compare.left() instanceof Size);
        return value(compare.left(), index, null) + sign + value(compare.right(), index, compare.left());
    }

    /** Whether comparing a number asks for at least one (true) or for none (false); null for any other comparison. */
    private static @Nullable Boolean any(Comparison sign, String number) {
        boolean zero = number.equals("0");
        return switch (sign) {
            case SAME, AT_MOST -> zero ? Boolean.FALSE : null;
            case DIFFERENT, MORE_THAN -> zero ? Boolean.TRUE : null;
            case AT_LEAST -> zero ? null : Boolean.TRUE;
            case LESS_THAN -> zero ? null : Boolean.FALSE;
        };
    }

    private static String day(Comparison sign) {
        return switch (sign) {
            case SAME -> "为";
            case DIFFERENT -> "不是";
            case AT_LEAST -> "不早于";
            case MORE_THAN -> "晚于";
            case AT_MOST -> "不晚于";
            case LESS_THAN -> "早于";
        };
    }

    private static String sign(Comparison sign, boolean count) {
        return switch (sign) {
            case SAME -> "为";
            case DIFFERENT -> "不是";
            case AT_LEAST -> count ? "不少于" : "不低于";
            case MORE_THAN -> count ? "多于" : "大于";
            case AT_MOST -> count ? "不多于" : "不高于";
            case LESS_THAN -> count ? "少于" : "低于";
        };
    }

    /**
     * Writes a value as seen from a pattern, whose own components need no owner; -1 for no pattern.
     *
     * @param beside the value it is compared with, which determines the closed list of words; null for none
     */
    private String value(Expression value, int index, @Nullable Expression beside) {
        if (value instanceof Property property) {
            return premises.noun(index).isOne()
                    ? possessive(index, property.name())
                    : premises.words(index, property.name(), Language.ZH);
        }
        if (value instanceof Expression.Variable name) {
            return variable(premises.variable(name), index);
        }
        if (value instanceof Size size) {
            return value(size.list(), index, null) + "数量";
        }
        if (value instanceof Arithmetic arithmetic) {
            String sign = switch (arithmetic.sign()) {
                case '+' -> "加";
                case '-' -> "减";
                case '*' -> "乘以";
                default -> "除以";
            };
            return value(arithmetic.left(), index, null) + sign + value(arithmetic.right(), index, null);
        }
        if (value instanceof Text text) {
            return "“" + word(text.value(), index, beside).replace('`', '\'') + "”"; // backticks mark names
        }
        if (value instanceof Flag flag) {
            return flag.value() ? "是" : "否";
        }
        return value instanceof Numeral number ? number.digits() : "";
    }

    /** Returns the Chinese for a word of a closed list, or any other text unchanged. */
    private String word(String text, int index, @Nullable Expression beside) {
        FactType.Property known = index >= 0 && beside instanceof Property property
                ? premises.type(index).properties().get(property.name())
                : null;
        return known == null || known.words().isEmpty() ? text : known.word(text, Language.ZH);
    }

    private String variable(Variable variable, int index) {
        int pattern = variable.pattern();
        Total total = premises.pattern(pattern).total();
        if (variable.total() && total != null) {
            return total(pattern, total);
        }
        String limit = premises.limit(pattern);
        if (limit != null) {
            return "标准`" + limit + "`";
        }
        if (premises.noun(pattern).isOne() || pattern == index) {
            return value(variable.value(), pattern, null);
        }
        return variable.value() instanceof Property property
                ? possessive(pattern, property.name())
                : "该" + noun(pattern) + "的" + value(variable.value(), pattern, null);
    }

    /** Writes a possessive: {@code 该基金的可投余额}, {@code 项目的赛道}, {@code 评估基准日}. */
    private String possessive(int index, String component) {
        if (premises.type(index).record() == AsOf.class) {
            return component.equals("date") ? "评估基准日" : "评估基准日当年年初";
        }
        String which = subject(index);
        if (premises.noun(index).isItself(component)) {
            return which;
        }
        String words = premises.words(index, component, Language.ZH);
        return words.startsWith(which) ? words : which + (words.startsWith("所") ? "" : "的") + words;
    }

    private String subject(int index) {
        return premises.type(index).record() == City.class
                ? "本市"
                : (premises.noun(index).isOne() ? "" : "该") + noun(index);
    }

    private String effect() {
        String points = rule.points().stripTrailingZeros().toPlainString();
        return rule.consequence().fill(rule.consequence().verb().chinese, points, value -> value(value, -1, null));
    }

    private String filled(Variable variable) {
        int pattern = variable.pattern();
        Total total = premises.pattern(pattern).total();
        if (variable.total() && total != null) {
            return total.argument() == null ? noun(pattern) + "数量" : "合计";
        }
        if (premises.limit(pattern) != null) {
            return "标准";
        }
        return variable.value() instanceof Property property
                ? premises.noun(pattern).isItself(property.name())
                        ? noun(pattern)
                        : premises.words(pattern, property.name(), Language.ZH)
                : "数值";
    }
}
