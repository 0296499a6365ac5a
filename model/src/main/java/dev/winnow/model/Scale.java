package dev.winnow.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words that scale a number, English and Chinese, and those that say it is money. */
final class Scale {

    private static final Map<String, Integer> ZEROS = zeros();

    private static final List<String> YUAN =
            List.of("yuan renminbi", "人民币元", "元人民币", "人民币", "renminbi", "yuan", "rmb", "cny", "元", "¥");

    private static final List<String> FOREIGN = List.of(
            "us$",
            "usd",
            "us dollars",
            "dollars",
            "dollar",
            "$",
            "美元",
            "eur",
            "euros",
            "euro",
            "€",
            "欧元",
            "gbp",
            "£",
            "jpy",
            "yen",
            "日元",
            "hkd",
            "hk$",
            "港元",
            "港币",
            "krw",
            "韩元");

    private Scale() {}

    private static Map<String, Integer> zeros() {
        Map<String, Integer> zeros = new LinkedHashMap<>();
        zeros.put("", 0);
        zeros.put("thousand", 3);
        zeros.put("mn", 6);
        zeros.put("million", 6);
        zeros.put("bn", 9);
        zeros.put("billion", 9);
        zeros.put("tn", 12);
        zeros.put("trillion", 12);
        zeros.put("千", 3);
        zeros.put("万", 4);
        zeros.put("十万", 5);
        zeros.put("百万", 6);
        zeros.put("千万", 7);
        zeros.put("亿", 8);
        zeros.put("十亿", 9);
        zeros.put("百亿", 10);
        zeros.put("千亿", 11);
        zeros.put("万亿", 12);
        return zeros;
    }

    /** How much a word multiplies by: 1 for the empty word; null if it is no such word. */
    static @Nullable BigDecimal factor(String word) {
        Integer zeros = ZEROS.get(word);
        return zeros == null ? null : BigDecimal.ONE.scaleByPowerOfTen(zeros);
    }

    /** Every word that scales a number. */
    static List<String> words() {
        return List.copyOf(ZEROS.keySet());
    }

    /** Every word for yuan. */
    static List<String> yuan() {
        return YUAN;
    }

    /** The word for yuan that the text ends with; null if there is none. */
    static @Nullable String yuanAtEnd(String text) {
        return YUAN.stream().filter(text::endsWith).findFirst().orElse(null);
    }

    /** The word for yuan that the text begins with; null if there is none. */
    static @Nullable String yuanAtStart(String text) {
        return YUAN.stream().filter(text::startsWith).findFirst().orElse(null);
    }

    /** Whether the text is in money of another country. */
    static boolean foreign(String text) {
        return FOREIGN.stream().anyMatch(word -> text.endsWith(word) || text.startsWith(word));
    }

    /** Units of money as people write them after a number: {@code mn yuan}. */
    static List<String> moneyUnits() {
        List<String> units = new ArrayList<>();
        for (String scale : ZEROS.keySet()) {
            units.add((scale + (scale.isEmpty() || scale.charAt(0) < 128 ? " yuan" : "元")).strip());
        }
        return units;
    }
}
