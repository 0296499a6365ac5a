package dev.winnow.model.value;

import dev.winnow.model.source.Internal;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Localized;
import dev.winnow.model.source.Message;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The unit of a {@link Figure}, which also determines how its numbers are written: money of a currency, a share, a
 * plain number, or a unit that a vocabulary declares, such as megawatts. A rule may compare figures of like units only.
 *
 * <p>A universe and a pack each use one currency, so money of different currencies is never mixed. Immutable; compared
 * by value.
 */
public final class Unit implements Localized {

    /** The kind of a unit, independent of its currency or declaration. */
    public enum Kind {
        /** Money of a currency. */
        MONEY,
        /** A share, 0 to 1. */
        SHARE,
        /** A number without a unit, or with a declared one. */
        NUMBER
    }

    /** Million yuan; in a component of a record, millions of the universe's currency. */
    public static final Unit MONEY = new Unit(Kind.MONEY, "MONEY", "CNY", "yuan", "元");
    /** A part of a whole, 0 to 1, written in percent. */
    public static final Unit SHARE = new Unit(Kind.SHARE, "SHARE", "", "", "");
    /** A plain number: pieces, ranks, generations, ratios. */
    public static final Unit NUMBER = new Unit(Kind.NUMBER, "NUMBER", "", "", "");
    /** Million US dollars. */
    public static final Unit USD = new Unit(Kind.MONEY, "USD", "USD", "USD", "美元");
    /** Million euros. */
    public static final Unit EUR = new Unit(Kind.MONEY, "EUR", "EUR", "EUR", "欧元");
    /** Million pounds. */
    public static final Unit GBP = new Unit(Kind.MONEY, "GBP", "GBP", "GBP", "英镑");
    /** Million yen. */
    public static final Unit JPY = new Unit(Kind.MONEY, "JPY", "JPY", "JPY", "日元");
    /** Million Hong Kong dollars. */
    public static final Unit HKD = new Unit(Kind.MONEY, "HKD", "HKD", "HKD", "港元");
    /** Million won. */
    public static final Unit KRW = new Unit(Kind.MONEY, "KRW", "KRW", "KRW", "韩元");

    /** Million Indian rupees. */
    public static final Unit INR = new Unit(Kind.MONEY, "INR", "INR", "INR", "印度卢比");
    /** Million Australian dollars. */
    static final Unit AUD = new Unit(Kind.MONEY, "AUD", "AUD", "AUD", "澳元");
    /** Million Canadian dollars. */
    static final Unit CAD = new Unit(Kind.MONEY, "CAD", "CAD", "CAD", "加元");
    /** Million Swiss francs. */
    static final Unit CHF = new Unit(Kind.MONEY, "CHF", "CHF", "CHF", "瑞士法郎");
    /** Million Singapore dollars. */
    static final Unit SGD = new Unit(Kind.MONEY, "SGD", "SGD", "SGD", "新加坡元");
    /** Million New Taiwan dollars. */
    static final Unit TWD = new Unit(Kind.MONEY, "TWD", "TWD", "TWD", "新台币");

    private static final List<Unit> KNOWN =
            List.of(MONEY, SHARE, NUMBER, USD, EUR, GBP, JPY, HKD, KRW, INR, AUD, CAD, CHF, SGD, TWD);

    private static final BigDecimal THOUSAND = new BigDecimal(1000);
    private static final BigDecimal WAN = new BigDecimal("1e4");
    private static final BigDecimal YI = new BigDecimal("1e8");
    private static final BigDecimal WAN_YI = new BigDecimal("1e12");
    private static final int LONGEST = 12;
    private static final int DECIMALS = 4;

    private final Kind kind;
    private final String name;
    private final String currency;
    private final String english;
    private final String chinese;
    /** The levels of a rating; null for other units. */
    private final @Nullable RatingLevels levels;

    private Unit(Kind kind, String name, String currency, String english, String chinese) {
        this(kind, name, currency, english, chinese, null);
    }

    private Unit(
            Kind kind, String name, String currency, String english, String chinese, @Nullable RatingLevels levels) {
        this.kind = kind;
        this.name = name;
        this.currency = currency;
        this.english = english;
        this.chinese = chinese;
        this.levels = levels;
    }

    /**
     * {@return a unit of plain numbers: {@code Unit.of("MW", "兆瓦")}}
     *
     * @param english the text after a number in English; not blank
     * @param chinese the text after a number in Chinese; not blank
     */
    public static Unit of(String english, String chinese) {
        if (english.isBlank() || chinese.isBlank()) {
            throw new IllegalArgumentException("a unit needs a name");
        }
        return new Unit(Kind.NUMBER, english, "", english, chinese);
    }

    /**
     * Returns the unit of a rating: plain numbers for rules, but its figures are written and read as levels, {@code 4 of
     * 5}.
     */
    @Internal
    public static Unit rating(RatingLevels levels) {
        return new Unit(Kind.NUMBER, NUMBER.name, "", "", "", levels);
    }

    /** Returns the levels of a rating; null for other units. */
    @Internal
    public @Nullable RatingLevels levels() {
        return levels;
    }

    /** Returns the unit of a sum or difference: that of its parts, but a plain number for ratings. */
    Unit ofSums() {
        return levels == null ? this : NUMBER;
    }

    /** Returns the unit of a kind; for money, that of the default currency. */
    public static Unit of(Kind kind) {
        return switch (kind) {
            case MONEY -> MONEY;
            case SHARE -> SHARE;
            case NUMBER -> NUMBER;
        };
    }

    /** Returns the unit of money of a currency by its code, such as {@code USD}; null if the currency is unknown. */
    public static @Nullable Unit money(String code) {
        return moneys().filter(unit -> unit.currency.equals(code)).findFirst().orElse(null);
    }

    private static Stream<Unit> moneys() {
        return KNOWN.stream().filter(Unit::isMoney);
    }

    /** Returns the codes of the currencies, the default first. */
    public static List<String> currencies() {
        return moneys().map(Unit::currency).toList();
    }

    /** Returns the units that a component or limit can have, independent of the currency: money, a share, a number. */
    public static List<Unit> kinds() {
        return List.of(MONEY, SHARE, NUMBER);
    }

    /** Returns the units that need no declaration: money of each currency, shares and plain numbers. */
    public static List<Unit> known() {
        return KNOWN;
    }

    /** Returns its kind. */
    public Kind kind() {
        return kind;
    }

    /** Returns its name: {@code MONEY}, {@code SHARE}, {@code NUMBER}, {@code USD}; {@code MW} for a declared unit. */
    public String name() {
        return name;
    }

    /**
     * Returns its name in contracts: {@code money}, {@code share}, {@code number}, {@code usd}; {@code MW} for a
     * declared unit.
     */
    public String id() {
        return isDeclared() ? name : name.toLowerCase(Locale.ROOT);
    }

    /** Whether it is money of any currency. */
    public boolean isMoney() {
        return kind == Kind.MONEY;
    }

    /** Whether it is a part of a whole. */
    public boolean isShare() {
        return kind == Kind.SHARE;
    }

    /** Whether it is a number without a name for its unit. */
    public boolean isPlain() {
        return kind == Kind.NUMBER && english.isEmpty();
    }

    /** Whether it is a declared unit. */
    public boolean isDeclared() {
        return kind == Kind.NUMBER && !english.isEmpty();
    }

    /** Whether figures of both units can be compared and added: both are money, the same declared unit, or neither. */
    public boolean isLike(Unit other) {
        return isMoney() ? other.isMoney() : isDeclared() ? equals(other) : !other.isMoney() && !other.isDeclared();
    }

    /**
     * Returns the unit of a product. A plain number or a share keeps the unit of the other factor; a product with money
     * is money.
     */
    public Unit times(Unit other) {
        if (isMoney() || other.isMoney()) {
            return isMoney() ? this : other;
        }
        if (isDeclared() != other.isDeclared()) {
            return isDeclared() ? this : other;
        }
        return isShare() && other.isShare() ? SHARE : NUMBER;
    }

    /**
     * Returns the unit of a quotient. Money divided by anything but money stays money, and a declared unit divided by a
     * plain number or a share stays that unit; any other quotient is a plain number.
     */
    public Unit over(Unit other) {
        return (isMoney() && !other.isMoney()) || (isDeclared() && !other.isMoney() && !other.isDeclared())
                ? this
                : NUMBER;
    }

    /** Returns the code of its currency, such as {@code CNY}; empty if it is not money. */
    public String currency() {
        return currency;
    }

    /** Returns the text after a number: {@code yuan}, {@code USD}, {@code MW}; empty for shares and plain numbers. */
    public String sign() {
        return english;
    }

    /** Returns the text after a number in a language: {@code MW} and {@code 兆瓦}. */
    public String sign(Language language) {
        return language == Language.ZH ? chinese : english;
    }

    /** Returns the name of its currency in messages: {@code yuan}. */
    public Message currencyName() {
        if (!isMoney()) {
            throw new IllegalStateException(this + " is no money");
        }
        return this.equals(MONEY) ? Message.of("yuan") : Message.of("%s", this);
    }

    /** Returns its name in messages: {@code money}, {@code a share}, {@code a number}, {@code a number of MW}. */
    public Message words() {
        return switch (kind) {
            case MONEY -> Message.of("money");
            case SHARE -> Message.of("a share");
            case NUMBER ->
                levels != null
                        ? levels.words()
                        : isPlain() ? Message.of("a number") : Message.of("a number of %s", this);
        };
    }

    /**
     * Writes a number of this unit for people: {@code 300 bn yuan}, {@code 6.6 bn USD}, {@code 90 %}, {@code 1,200},
     * {@code 300 MW}. Numbers of up to twelve digits are exact; longer ones, such as a third, are rounded to four
     * decimals.
     */
    public String write(Amount number) {
        if (number.isUnbounded()) {
            return "any number";
        }
        if (levels != null) {
            return levels.write(number, number, Language.EN);
        }
        BigDecimal exact = number.decimal();
        return switch (kind) {
            case SHARE -> plain(exact.movePointRight(2)) + " %";
            case NUMBER -> plain(exact) + behind(Language.EN);
            case MONEY -> amount(exact) + english;
        };
    }

    /**
     * Writes a number of this unit in a language: {@code 300 bn yuan} and {@code 3000亿元}, {@code 90 %} and {@code 90%},
     * {@code 138,800} and {@code 13.88万}, {@code 300 MW} and {@code 300兆瓦}.
     */
    public String write(Amount number, Language language) {
        if (language != Language.ZH) {
            return write(number);
        }
        if (number.isUnbounded()) {
            return "任意数值";
        }
        if (levels != null) {
            return levels.write(number, number, language);
        }
        BigDecimal exact = number.decimal();
        return switch (kind) {
            case SHARE -> digits(exact.movePointRight(2)) + "%";
            case NUMBER -> chinese(exact) + behind(Language.ZH);
            case MONEY -> chinese(exact.movePointRight(6)) + chinese;
        };
    }

    /** Returns the text of a declared unit after a number: after a blank, or directly in Chinese characters. */
    private String behind(Language language) {
        String sign = isDeclared() ? sign(language) : "";
        boolean tight = sign.isEmpty() || (language == Language.ZH && sign.charAt(0) >= 128);
        return tight ? sign : " " + sign;
    }

    /**
     * Writes a range so that it is read back unchanged: a number without a scale before one with 万 would take over that
     * scale.
     */
    String range(Amount low, Amount high, Language language) {
        if (levels != null) {
            return levels.write(low, high, language);
        }
        if (kind == Kind.NUMBER && language != Language.ZH) {
            return plain(low.decimal()) + "–" + write(high);
        }
        if (language != Language.ZH) {
            return write(low) + "–" + write(high);
        }
        boolean bare = kind == Kind.NUMBER && low.decimal().compareTo(WAN) < 0;
        return bare
                ? digits(low.decimal()) + "～" + digits(high.decimal()) + behind(language)
                : write(low, language) + "～" + write(high, language);
    }

    /**
     * Returns the part of a text before the name of this unit, in either language, normalised and in lower case; null
     * if the text does not end with the name.
     */
    @Nullable
    String before(String behindNumber) {
        String text = normal(behindNumber);
        for (String sign : List.of(normal(english), normal(chinese))) {
            if (!sign.isEmpty() && text.endsWith(sign)) {
                return text.substring(0, text.length() - sign.length()).strip();
            }
        }
        return null;
    }

    /** Whether a text is the name of this unit in either language, perhaps after a scale: {@code MW}, {@code 万兆瓦}. */
    public boolean isSign(String text) {
        String scale = before(text);
        return scale != null && ScaleWords.factor(scale) != null;
    }

    /**
     * Returns the declared unit whose name follows a number; the plain unit if none does.
     *
     * @param declared the declared units
     */
    public static Unit behind(String number, List<Unit> declared) {
        return declared.stream()
                .filter(unit -> unit.before(number) != null
                        && FigureText.parse(number, unit, null).figure() != null)
                .findFirst()
                .orElse(NUMBER);
    }

    private static String normal(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Writes a number in 万亿, 亿 or 万, in the largest scale that fits. */
    private static String chinese(BigDecimal number) {
        BigDecimal size = number.abs();
        if (size.compareTo(WAN_YI) >= 0) {
            return digits(number.movePointLeft(12)) + "万亿";
        }
        if (size.compareTo(YI) >= 0) {
            return digits(number.movePointLeft(8)) + "亿";
        }
        return size.compareTo(WAN) >= 0 ? digits(number.movePointLeft(4)) + "万" : digits(number);
    }

    private static String amount(BigDecimal millions) {
        BigDecimal size = millions.abs();
        if (size.compareTo(THOUSAND) >= 0) {
            return plain(millions.movePointLeft(3)) + " bn ";
        }
        if (size.compareTo(BigDecimal.ONE) >= 0 || size.signum() == 0) {
            return plain(millions) + " mn ";
        }
        return plain(millions.movePointRight(6)) + " ";
    }

    /** Writes a number with thousands grouped, in every locale. */
    private static String plain(BigDecimal number) {
        String digits = digits(number);
        int dot = digits.indexOf('.');
        int whole = dot < 0 ? digits.length() : dot;
        int first = digits.startsWith("-") ? 1 : 0;
        if (whole - first <= 3) {
            return digits;
        }
        StringBuilder grouped = new StringBuilder(digits);
        for (int i = whole - 3; i > first; i -= 3) {
            grouped.insert(i, ',');
        }
        return grouped.toString();
    }

    private static String digits(BigDecimal number) {
        BigDecimal shown = number.stripTrailingZeros();
        if (shown.precision() > LONGEST) {
            shown = shown.setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        }
        return shown.signum() == 0 ? "0" : shown.toPlainString();
    }

    /** Returns the text after a number. */
    @Override
    public String write(Language language) {
        return sign(language);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Unit unit
                        && unit.name.equals(name)
                        && unit.chinese.equals(chinese)
                        && unit.kind == kind
                        && Objects.equals(unit.levels, levels));
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, chinese);
    }

    /** Returns its name. */
    @Override
    public String toString() {
        return name;
    }
}
