export default function NotFound() {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center px-4 py-10 text-center">
      <h1 className="text-xl font-semibold">There is no page here</h1>
      <p className="mt-3 text-quiet">Check the address, or start from the front page.</p>
      <p className="mt-6">
        <a className="text-link underline underline-offset-4" href="/">
          To the front page
        </a>
      </p>
    </main>
  );
}
