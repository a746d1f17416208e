package cl.buzon.web.api;

import cl.buzon.desk.CaseActivity;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** An entry of some case's history, as the case itself tells it, and the number of the case. */
record EventJson(
        @JsonProperty("case") String number, @JsonUnwrapped ActivityJson activity) {

    static EventJson of(CaseActivity event) {
        return new EventJson(event.number().value(), ActivityJson.of(event.activity()));
    }
}
