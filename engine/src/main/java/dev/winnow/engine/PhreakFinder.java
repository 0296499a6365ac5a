package dev.winnow.engine;

import java.util.List;

/** Finds by running compiled rules in Drools. */
final class PhreakFinder implements Finder {

    private final CompiledPack pack;

    PhreakFinder(CompiledPack pack) {
        this.pack = pack;
    }

    @Override
    public List<Found> findOwn(Surroundings surroundings, List<Candidate> batch) {
        return Session.own(pack, surroundings, batch, Budget.STANDARD);
    }

    @Override
    public List<Found> findLocal(Surroundings surroundings, List<Candidate> batch) {
        return Session.local(pack, surroundings, batch, Budget.STANDARD);
    }

    @Override
    public void admit(Surroundings surroundings, Candidate first) {
        Session.together(pack, surroundings, first, Budget.STANDARD);
    }
}
