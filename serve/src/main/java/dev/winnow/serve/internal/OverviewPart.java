package dev.winnow.serve.internal;

import dev.winnow.report.html.HtmlReport;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.web.internal.Operation;
import dev.winnow.web.internal.Reply;
import java.util.List;

/** The overview with the memos of its pairs: the page that {@code winnow screen} writes. */
final class OverviewPart implements Part {

    private final Session session;

    OverviewPart(Session session) {
        this.session = session;
        Snapshot now = session.now();
        now.prepare(View.OVERVIEW.path(), () -> page(now));
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.page(View.OVERVIEW.path(), request -> {
            Snapshot now = session.now();
            return now.page(View.OVERVIEW.path(), () -> page(now));
        }));
    }

    private Reply page(Snapshot now) {
        Wording wording = session.wording();
        return Views.page(out -> HtmlReport.inWords(
                        wording, new FactWords(wording, now.result().asked().names()))
                .on(Views.site(View.OVERVIEW, wording))
                .screening(now.result(), now.insight(), out));
    }
}
