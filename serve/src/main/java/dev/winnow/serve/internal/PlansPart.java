package dev.winnow.serve.internal;

import dev.winnow.web.internal.Operation;
import java.util.List;

final class PlansPart implements Part {

    private final Desk desk;

    PlansPart(Desk desk) {
        this.desk = desk;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.page(View.PORTFOLIO.path(), request -> Views.drawn(View.PORTFOLIO, desk)),
                Operation.page(View.MATCH.path(), request -> Views.drawn(View.MATCH, desk)));
    }
}
