package dev.winnow.model.value;

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
 * What a {@link Figure} counts, and how a number of it is written: money of a currency, a share, a plain number, or what
 * a vocabulary declares, such as megawatts. A rule may only compare like with like.
 *
 * <p>A universe and a pack each count in one currency, so that money of different currencies never meets. Immutable;
 * equal units count the same.
 */
public final class Unit implements Localized {

    /** The kinds of units, whatever the currency and whatever is declared. */
    public enum Kind {
        /** Money of a currency. */
        MONEY,
        /** A share, 0 to 1. */
        SHARE,
        /** A number without a unit, or with one that a vocabulary declares. */
        NUMBER
    }

    /** Million yuan; of a component of a record: million units of the universe's currency. */
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

    private Unit(Kind kind, String name, String currency, String english, String chinese) {
        this.kind = kind;
        this.name = name;
        this.currency = currency;
        this.english = english;
        this.chinese = chinese;
    }

    /**
     * {@return the unit of plain numbers of something: {@code Unit.of("MW", "兆瓦")}}
     *
     * @param english what stands behind a number in English; not blank
     * @param chinese what stands behind it in Chinese; not blank
     */
    public static Unit of(String english, String chinese) {
        if (english.isBlank() || chinese.isBlank()) {
            throw new IllegalArgumentException("a unit has a name");
        }
        return new Unit(Kind.NUMBER, english, "", english, chinese);
    }

    /** The unit of a kind; of money, that of the default currency. */
    public static Unit of(Kind kind) {
        return switch (kind) {
            case MONEY -> MONEY;
            case SHARE -> SHARE;
            case NUMBER -> NUMBER;
        };
    }

    /** The unit of money of a currency by its code, such as {@code USD}; null if winnow knows no such currency. */
    public static @Nullable Unit money(String code) {
        return moneys().filter(unit -> unit.currency.equals(code)).findFirst().orElse(null);
    }

    private static Stream<Unit> moneys() {
        return KNOWN.stream().filter(Unit::isMoney);
    }

    /** The codes of the currencies, the default first. */
    public static List<String> currencies() {
        return moneys().map(Unit::currency).toList();
    }

    /** Money, a share, a number: the units that a component or limit can be of, whatever the currency. */
    public static List<Unit> kinds() {
        return List.of(MONEY, SHARE, NUMBER);
    }

    /** The units that need no declaration: money of each currency, shares and plain numbers. */
    public static List<Unit> known() {
        return KNOWN;
    }

    /** Its kind. */
    public Kind kind() {
        return kind;
    }

    /** Its name: {@code MONEY}, {@code SHARE}, {@code NUMBER}, {@code USD}; of a declared unit {@code MW}. */
    public String name() {
        return name;
    }

    /** Its name in contracts: {@code money}, {@code share}, {@code number}, {@code usd}; of a declared unit {@code MW}. */
    public String id() {
        return isDeclared() ? name : name.toLowerCase(Locale.ROOT);
    }

    /** Whether it counts money, of whatever currency. */
    public boolean isMoney() {
        return kind == Kind.MONEY;
    }

    /** Whether it is a part of a whole. */
    public boolean isShare() {
        return kind == Kind.SHARE;
    }

    /** Whether it is a number of nothing that is named. */
    public boolean isPlain() {
        return kind == Kind.NUMBER && english.isEmpty();
    }

    /** Whether it is a number of something that a vocabulary names. */
    public boolean isDeclared() {
        return kind == Kind.NUMBER && !english.isEmpty();
    }

    /** Whether figures of both can be compared and added: both money, both the same declared unit, or both neither. */
    public boolean isLike(Unit other) {
        return isMoney() ? other.isMoney() : isDeclared() ? equals(other) : !other.isMoney() && !other.isDeclared();
    }

    /** What a product counts: a thing times a plain number or a share counts that thing, and with money it is money. */
    public Unit times(Unit other) {
        if (isMoney() || other.isMoney()) {
            return isMoney() ? this : other;
        }
        if (isDeclared() != other.isDeclared()) {
            return isDeclared() ? this : other;
        }
        return isShare() && other.isShare() ? SHARE : NUMBER;
    }

    /** What a quotient counts: money or a thing by anything else than itself is still that. */
    public Unit over(Unit other) {
        return (isMoney() && !other.isMoney()) || (isDeclared() && !other.isMoney() && !other.isDeclared())
                ? this
                : NUMBER;
    }

    /** The code of its currency, such as {@code CNY}; empty if it is not money. */
    public String currency() {
        return currency;
    }

    /** What stands behind a number of it: {@code yuan}, {@code USD}, {@code MW}; empty for shares and plain numbers. */
    public String sign() {
        return english;
    }

    /** What stands behind a number of it in a language: {@code MW} and {@code 兆瓦}. */
    public String sign(Language language) {
        return language == Language.ZH ? chinese : english;
    }

    /** What its currency is called in a message: {@code yuan}. */
    public Message currencyName() {
        if (!isMoney()) {
            throw new IllegalStateException(this + " is no money");
        }
        return this.equals(MONEY) ? Message.of("yuan") : Message.of("%s", this);
    }

    /** What this is called in a message: {@code money}, {@code a share}, {@code a number}, {@code a number of MW}. */
    public Message words() {
        return switch (kind) {
            case MONEY -> Message.of("money");
            case SHARE -> Message.of("a share");
            case NUMBER -> isPlain() ? Message.of("a number") : Message.of("a number of %s", this);
        };
    }

    /**
     * Writes a number of this unit for people: {@code 300 bn yuan}, {@code 6.6 bn USD}, {@code 90 %}, {@code 1,200}, {@code 300 MW}.
     * Up to twelve digits nothing is lost; a longer number, such as a third, is rounded to four decimals.
     */
    public String write(Amount number) {
        if (number.isUnbounded()) {
            return "any number";
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
        BigDecimal exact = number.decimal();
        return switch (kind) {
            case SHARE -> digits(exact.movePointRight(2)) + "%";
            case NUMBER -> chinese(exact) + behind(Language.ZH);
            case MONEY -> chinese(exact.movePointRight(6)) + chinese;
        };
    }

    /** The sign of a declared unit as it stands behind a number: after a blank, in Chinese characters at once. */
    private String behind(Language language) {
        String sign = isDeclared() ? sign(language) : "";
        boolean tight = sign.isEmpty() || (language == Language.ZH && sign.charAt(0) >= 128);
        return tight ? sign : " " + sign;
    }

    /** A range, read back as it was: a number without a scale before one with 万 would be taken to share it. */
    String range(Amount low, Amount high, Language language) {
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
     * What a text says before the sign of this unit at its end, in either language, in normal form and small letters; null if
     * it does not end with it.
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

    /** Whether a text is the sign of this unit in either language, perhaps behind a scale: {@code MW}, {@code 万兆瓦}. */
    public boolean isSign(String text) {
        String scale = before(text);
        return scale != null && ScaleWords.factor(scale) != null;
    }

    /**
     * The declared unit of a number that people wrote, by the sign behind it; plain numbers if it has none of theirs.
     *
     * @param declared the units there are
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

    /** In 万亿, 亿 or 万, as large as fits. */
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

    /** Thousands grouped, no locale. */
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

    /** What stands behind a number of it. */
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
                        && unit.kind == kind);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, chinese);
    }

    /** Its name. */
    @Override
    public String toString() {
        return name;
    }
}
