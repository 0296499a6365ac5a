package dev.winnow.portfolio.view;

import dev.winnow.console.Serving;
import dev.winnow.console.Views;
import dev.winnow.web.internal.workbench.Part;
import dev.winnow.web.internal.workbench.View;
import java.util.List;

/** The views of portfolios and matchings. */
public final class PlanViews implements Views {

    @Override
    public List<View> views() {
        return List.of(PlansPart.PORTFOLIO, PlansPart.MATCH);
    }

    @Override
    public List<Part> parts(Serving serving) {
        return List.of(new PlansPart(serving.session()));
    }
}
