package dev.winnow.portfolio.view;

import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Document;
import dev.winnow.web.internal.workbench.ResultFile;
import dev.winnow.web.internal.workbench.ViewPages;

/**
 * The result of a search.
 *
 * @param document its document
 * @param json writes its contract
 */
public record Found(Document document, ViewPages.Writing json) {

    /** Returns the file of it. */
    public byte[] file(ResultFile form, Wording wording) {
        return form == ResultFile.JSON ? ViewPages.bytes(json) : form.write(document, wording);
    }
}
