package dev.winnow.serve.internal.effects;

import dev.winnow.language.internal.pack.PackFiles;
import dev.winnow.report.json.Contract;
import dev.winnow.workbench.internal.edit.PackNumber;
import dev.winnow.workbench.internal.edit.PackNumbers;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the edited pack that can be changed by forms.
 *
 * @param schema the version of the contract
 * @param revision the revision of the edits
 * @param numbers the numbers by kind
 */
record NumberList(int schema, long revision, List<Setting> numbers) {

    /**
     * A number.
     *
     * @param kind the kind of value
     * @param key identifies it among the numbers of the pack
     * @param of the id of the limit, criterion or rule, the threshold, or the fact of an assumption
     * @param title its title in the language of the server; its id if it has none
     * @param group the side of a criterion, or the file of a rule; otherwise empty
     * @param file the name of the file
     * @param line the line, from 0
     * @param character the first character, from 0, in UTF-16 units
     * @param text the number as written
     * @param value the number
     * @param saved the number in the saved pack; null if it has none
     * @param unit the rest of the value as written; empty if there is none
     * @param low the smallest number of a slider
     * @param high the largest number of a slider
     * @param step the distance between numbers of a slider
     * @param from the first day on which a limit’s value is in force; null if it always is
     * @param source the source; null if it is assumed or has none
     * @param reason the reason of an assumed value; null otherwise
     */
    record Setting(
            PackNumber.Kind kind,
            String key,
            String of,
            String title,
            String group,
            String file,
            int line,
            int character,
            String text,
            BigDecimal value,
            @Nullable BigDecimal saved,
            String unit,
            BigDecimal low,
            BigDecimal high,
            BigDecimal step,
            @Nullable String from,
            @Nullable String source,
            @Nullable String reason) {}

    /** @param saved the files as they are on disk */
    static NumberList of(EditedPack edited, PackFiles saved, NumberTitles titles) {
        Map<String, BigDecimal> before = new HashMap<>();
        PackNumbers.of(saved).forEach(one -> before.put(one.key(), one.value()));
        return new NumberList(
                Contract.SCHEMA,
                edited.revision(),
                PackNumbers.of(edited.files()).stream()
                        .map(one -> of(one, before.get(one.key()), titles.of(one)))
                        .toList());
    }

    private static Setting of(PackNumber one, @Nullable BigDecimal saved, String title) {
        return new Setting(
                one.kind(),
                one.key(),
                one.of(),
                title,
                one.group(),
                one.file(),
                one.line() - 1,
                one.column() - 1,
                one.text(),
                one.value(),
                saved,
                one.unit(),
                one.low(),
                one.high(),
                one.step(),
                one.from(),
                one.source(),
                one.reason());
    }
}
