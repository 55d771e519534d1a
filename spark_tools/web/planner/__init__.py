"""The plan builder: a form that becomes a plan, and what can be done to the plan."""
