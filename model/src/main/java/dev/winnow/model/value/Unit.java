package dev.winnow.model.value;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Figure} counts, and how a number of it is written. Closed: a rule may only compare like with like.
 *
 * <p>A universe and a pack each count in one currency, so that money of different currencies never meets.
 */
public enum Unit {
    /** Million yuan; of a component of a record: million units of the universe's currency. */
    MONEY("money", "CNY", "yuan"),
    /** A part of a whole, 0 to 1, written in percent. */
    SHARE("a share", "", ""),
    /** A plain number: pieces, ranks, generations, ratios. */
    NUMBER("a number", "", ""),
    /** Million US dollars. */
    USD("money", "USD", "USD"),
    /** Million euros. */
    EUR("money", "EUR", "EUR"),
    /** Million pounds. */
    GBP("money", "GBP", "GBP"),
    /** Million yen. */
    JPY("money", "JPY", "JPY"),
    /** Million Hong Kong dollars. */
    HKD("money", "HKD", "HKD"),
    /** Million won. */
    KRW("money", "KRW", "KRW");

    private static final BigDecimal THOUSAND = new BigDecimal(1000);
    private static final BigDecimal WAN = new BigDecimal("1e4");
    private static final BigDecimal YI = new BigDecimal("1e8");
    private static final BigDecimal WAN_YI = new BigDecimal("1e12");
    private static final int LONGEST = 12;
    private static final int DECIMALS = 4;

    private final String template;
    private final String currency;
    private final String sign;

    Unit(String template, String currency, String sign) {
        this.template = template;
        this.currency = currency;
        this.sign = sign;
    }

    /** The unit of money of a currency by its code, such as {@code USD}; null if winnow knows no such currency. */
    public static @Nullable Unit money(String code) {
        return Arrays.stream(values())
                .filter(unit -> unit.isMoney() && unit.currency.equals(code))
                .findFirst()
                .orElse(null);
    }

    /** The codes of the currencies, the default first. */
    public static List<String> currencies() {
        return Arrays.stream(values())
                .filter(Unit::isMoney)
                .map(unit -> unit.currency)
                .toList();
    }

    /** Money, a share, a number: the units that a component or limit can be of, whatever the currency. */
    public static List<Unit> kinds() {
        return List.of(MONEY, SHARE, NUMBER);
    }

    /** Whether it counts money, of whatever currency. */
    public boolean isMoney() {
        return !currency.isEmpty();
    }

    /** The code of its currency, such as {@code CNY}; empty if it is not money. */
    public String currency() {
        return currency;
    }

    /** What stands behind a number of it: {@code yuan}, {@code USD}; empty if it is not money. */
    public String sign() {
        return sign;
    }

    /** What its currency is called in a message: {@code yuan}. */
    public Message currencyName() {
        return switch (this) {
            case MONEY -> Message.of("yuan");
            case USD -> Message.of("USD");
            case EUR -> Message.of("EUR");
            case GBP -> Message.of("GBP");
            case JPY -> Message.of("JPY");
            case HKD -> Message.of("HKD");
            case KRW -> Message.of("KRW");
            case SHARE, NUMBER -> throw new IllegalStateException(this + " is no money");
        };
    }

    /** What this is called in a message: {@code money}, {@code a share}, {@code a number}. */
    public Message words() {
        return Message.of(template);
    }

    /**
     * Writes a number of this unit for people: {@code 300 bn yuan}, {@code 6.6 bn USD}, {@code 90 %}, {@code 1,200}. Up to twelve digits
     * nothing is lost; a longer number, such as a third, is rounded to four decimals.
     */
    public String write(Amount number) {
        if (number.isUnbounded()) {
            return "any number";
        }
        BigDecimal exact = number.decimal();
        return switch (this) {
            case SHARE -> plain(exact.movePointRight(2)) + " %";
            case NUMBER -> plain(exact);
            default -> amount(exact) + sign;
        };
    }

    /**
     * Writes a number of this unit in a language: {@code 300 bn yuan} and {@code 3000亿元}, {@code 90 %} and {@code 90%},
     * {@code 138,800} and {@code 13.88万}.
     */
    public String write(Amount number, Language language) {
        if (language == Language.EN) {
            return write(number);
        }
        if (number.isUnbounded()) {
            return "任意数值";
        }
        BigDecimal exact = number.decimal();
        return switch (this) {
            case SHARE -> digits(exact.movePointRight(2)) + "%";
            case NUMBER -> chinese(exact);
            default -> chinese(exact.movePointRight(6)) + ScaleWords.chineseSign(this);
        };
    }

    /** A range, read back as it was: a number without a scale before one with 万 would be taken to share it. */
    String range(Amount low, Amount high, Language language) {
        if (language == Language.EN) {
            return write(low) + "–" + write(high);
        }
        boolean bare = this == NUMBER && low.decimal().compareTo(WAN) < 0;
        return write(low, language) + "～" + (bare ? digits(high.decimal()) : write(high, language));
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
        StringBuilder grouped = new StringBuilder(digits);
        int first = digits.startsWith("-") ? 1 : 0;
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
}
