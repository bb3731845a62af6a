# receive.py: python3 receive.py (Python 3.8 or newer, nothing to install)
import base64, hashlib, hmac, json, os, time, urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

key = base64.b64decode(os.environ["WEBHOOK_SECRET"].replace("whsec_", "", 1))
done = set()  # ids that were acted on: a table in your database


def is_genuine(headers, body):
    id, seconds = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not seconds.isdigit() or abs(time.time() - int(seconds)) > 300:
        return False
    expected = hmac.new(key, f"{id}.{seconds}.".encode() + body, hashlib.sha256).digest()
    expected = b"v1," + base64.b64encode(expected)
    given = headers.get("webhook-signature", "").encode().split(b" ")
    return any(hmac.compare_digest(signature, expected) for signature in given)


def read_back(id):
    url = f"{os.environ['DRAWBRIDGE_URL']}/api/v1/payouts/{id}"
    headers = {"Authorization": f"Bearer {os.environ['DRAWBRIDGE_API_KEY']}"}
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=10) as answer:
        return json.load(answer)


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("content-length", 0)))  # exact bytes, before anything parses them
        try:
            self.send_response(self.receive(body))
        except Exception:
            self.send_response(500)  # the webhook comes again
        self.send_header("content-length", "0")
        self.end_headers()

    def receive(self, body):
        if not is_genuine(self.headers, body):
            return 401
        if self.headers["webhook-id"] in done:
            return 204
        payout = read_back(json.loads(body)["data"]["id"])
        print(payout["reference"], payout["status"], payout["version"], flush=True)  # act here, if the version is new to you
        done.add(self.headers["webhook-id"])  # in the same transaction as the act
        return 204

    def log_message(self, *_):
        pass


ThreadingHTTPServer(("127.0.0.1", int(os.environ["PORT"])), Receiver).serve_forever()
