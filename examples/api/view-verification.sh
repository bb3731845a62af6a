curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/verifications/$VERIFICATION_TOKEN"
