package dev.winnow.records.internal.text;

import dev.winnow.records.internal.store.Verification;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.CleanText;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.internal.layout.Page;
import org.jspecify.annotations.Nullable;

/** Writes the findings of a verification as text. */
public final class VerifyText {

    private VerifyText() {}

    /**
     * The text; every line ends with a line break.
     *
     * @param place the place of the records
     * @param expected the hash noted elsewhere; null if none was given
     */
    public static String of(
            Verification found, String place, @Nullable String expected, Wording wording, Colours colours, int width) {
        Page page = new Page(width);
        page.line(colours.strong(CleanText.of(wording.sentence("winnow: records in %s: %s", place, found.records()))));
        found.findings().forEach(one -> page.hanging("  ", wording.say(one.what())));
        if (found.isWhole()) {
            ReplayText.painted(
                    page,
                    found.records() == 0
                            ? wording.sentence("the mark of the last record agrees that there are none")
                            : wording.sentence("every record is unchanged and follows the preceding one"),
                    colours::good);
        } else {
            ReplayText.painted(
                    page, wording.sentence("changed: %s", found.findings().size()), colours::bad);
            ReplayText.painted(
                    page,
                    wording.sentence(
                            "To continue recording, restore a backup that `%s` finds intact.", "winnow verify"),
                    colours::faint);
        }
        if (found.records() > 0) {
            page.line(wording.sentence("the last hash is %s", found.last()));
        }
        if (expected == null) {
            ReplayText.painted(
                    page,
                    wording.sentence(
                            "An account with write access to the database can also recompute all hashes, or remove the"
                                    + " last records with their mark. Only a hash kept elsewhere reveals that: `%s`.",
                            "winnow verify --expect HASH"),
                    colours::faint);
        } else if (found.numberOf(expected) >= 0) {
            ReplayText.painted(
                    page,
                    wording.sentence(
                            "record %s has the expected hash: no record up to it was changed since; later records: %s",
                            found.numberOf(expected), found.records() - found.numberOf(expected)),
                    colours::good);
        }
        return page.toString();
    }
}
