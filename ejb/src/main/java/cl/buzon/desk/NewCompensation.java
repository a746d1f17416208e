package cl.buzon.desk;

import org.jspecify.annotations.Nullable;

/** A compensation decided by the back office; amounts in CLP, absent ones stay as they are. */
public record NewCompensation(
        @Nullable String state,
        @Nullable Long approvedAmount,
        @Nullable Long paidAmount) {}
