package dev.winnow.serve.internal;

import dev.winnow.web.internal.Operation;
import java.util.List;

final class CandidatesPart implements Part {

    private final Desk desk;

    CandidatesPart(Desk desk) {
        this.desk = desk;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.page(View.CANDIDATES.path(), request -> Views.drawn(View.CANDIDATES, desk)));
    }
}
