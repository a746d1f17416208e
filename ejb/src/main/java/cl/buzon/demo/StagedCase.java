package cl.buzon.demo;

import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;

/** A case of the script that is open by now. */
record StagedCase(CaseId id, CaseNumber number, Actor.Customer customer, Actor.Executive executive) {}
