package dev.winnow.workbench.internal.scaffold;

import dev.winnow.language.PackException;
import dev.winnow.language.internal.pack.PackFiles;
import dev.winnow.language.internal.syntax.Drl;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Rate;
import dev.winnow.model.value.Rates;
import dev.winnow.model.value.Unit;
import dev.winnow.workbench.internal.edit.Additions;
import dev.winnow.workbench.internal.edit.Draft;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A new pack that starts as a copy of another one under its own name, optionally in another currency. A rate then
 * converts the amounts in limits, assumptions, cases and sentences; rules contain no amounts.
 */
final class CopiedPack {

    private static final String SCALE = "(?:thousand|mn|bn|tn|million|billion|trillion|[十百千万亿]+)";

    /**
     * An amount with a scale, possibly a range; or without a scale if it is a whole YAML value rather than part of a
     * sentence.
     */
    private static final String AMOUNT = "(?<![\\p{L}\\d.])(?:(?:\\d[\\d,.]*\\s*(?:" + SCALE
            + "\\s*)?[-–~～至]\\s*)?\\d[\\d,.]*\\s*" + SCALE
            + "\\s*%1$s|(?<=[:\\[,] )\\d[\\d,.]*\\s*%1$s(?=\\s*[,}\\]\\n]))";

    private static final String README = "README.md";

    private final PackFiles from;
    private final PackStock stock;
    private final Unit money;
    private final @Nullable Rate rate;
    private final Pattern amounts;

    private CopiedPack(PackFiles from, PackStock stock, Unit money, @Nullable Rate rate) {
        this.from = from;
        this.stock = stock;
        this.money = money;
        this.rate = rate;
        Unit old = stock.money();
        this.amounts = Pattern.compile(AMOUNT.formatted(
                "(?:" + Pattern.quote(old.sign()) + "(?!\\p{L})|" + Pattern.quote(old.sign(Language.ZH)) + ")"));
    }

    /**
     * Returns a draft of the pack.
     *
     * @param name its name
     * @param folder its folder, which does not exist yet
     * @param source the folder of the copied pack
     * @param currency its currency; null to keep that of the copied pack
     * @throws PackException if the copied pack does not exist
     */
    static Draft of(String name, Path folder, Path source, @Nullable Unit currency, Rates rates) {
        PackStock stock = PackStock.of(source, Map.of());
        if (!stock.problems().isEmpty()) {
            return Draft.refused(stock.problems());
        }
        Unit old = stock.money();
        Unit money = currency == null ? old : currency;
        Rate rate = rates.rate(old, money);
        CopiedPack copied = new CopiedPack(stock.files(), stock, money, rate);
        if (!money.equals(old) && rate == null && copied.anyAmount()) {
            return Draft.refused(Message.of("the amounts of `%s` are in %s", stock.name(), old.currencyName())
                    .with(Message.of(
                            "convert them by a rate and its date, such as `%s`",
                            "--rate " + old.currency() + "=…@2025-12-31")));
        }
        Additions pack = new Additions(PackFiles.none(folder));
        for (String file : stock.files().names()) {
            String text = stock.files().raw(file);
            if (text != null && !file.equals(README)) {
                pack.text(file, "", copied.text(file, name, text.replace("\r\n", "\n")));
            }
        }
        pack.text(README, "", copied.readme(name));
        return pack.tried(stock.rules(), List.of());
    }

    private boolean anyAmount() {
        return from.names().stream()
                .filter(file -> !file.endsWith(".drl"))
                .map(from::raw)
                .anyMatch(text -> text != null && amounts.matcher(text).find());
    }

    private String readme(String name) {
        String converted = rate == null ? "" : " Its amounts are converted at " + rate.words() + ".";
        return "# " + name + "\n\nBegun from the pack " + stock.name() + "." + converted + "\n";
    }

    private String text(String file, String name, String text) {
        if (file.endsWith(".drl")) {
            String criterion = file.substring(0, file.length() - ".drl".length());
            return renamed(text.replaceFirst("(?m)^package .*$", "package " + Drl.packageName(name, criterion)));
        }
        String counted =
                rate == null ? text : renamed(amounts.matcher(text).replaceAll(found -> converted(found.group())));
        return file.equals("pack.yaml") ? head(name, counted) : counted;
    }

    /** Replaces the name of the currency in a sentence, as in a ratio: two yuan for each yuan. */
    private String renamed(String text) {
        Unit old = stock.money();
        return rate == null
                ? text
                : text.replaceAll("\\b" + Pattern.quote(old.sign()) + "\\b", Matcher.quoteReplacement(money.sign()))
                        .replaceAll(
                                "(?<=[\\d（])" + Pattern.quote(old.sign(Language.ZH)),
                                Matcher.quoteReplacement(money.sign(Language.ZH)));
    }

    /** Converts an amount. An amount that cannot be parsed stays as it is, and the check of the draft then fails. */
    private String converted(String written) {
        Figure figure = new Rates(List.of(Objects.requireNonNull(rate)))
                .parse(written, money, null)
                .figure();
        boolean chinese = written.codePoints().anyMatch(Character::isIdeographic);
        return Matcher.quoteReplacement(figure == null ? written : figure.write(chinese ? Language.ZH : Language.EN));
    }

    private String head(String name, String text) {
        String named = text.replaceFirst("(?m)^name:.*$", "name: " + name);
        if (money.equals(stock.money())) {
            return named;
        }
        String bare = named.replaceFirst("(?m)^currency:.*\n", "");
        return money.equals(Unit.MONEY)
                ? bare
                : bare.replaceFirst("(?m)^name:.*\n", "$0currency: " + money.currency() + "\n");
    }
}
