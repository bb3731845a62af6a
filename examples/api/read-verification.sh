curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/wallet-verifications/$VERIFICATION_ID" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY"
