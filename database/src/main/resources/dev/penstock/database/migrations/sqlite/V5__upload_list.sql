-- A page of an intake's uploads in one state.
CREATE INDEX upload_by_intake_state_and_id ON upload (intake_id, state, id);
